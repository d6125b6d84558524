package dev.emerald.core.internal.config;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Findings that are known and accepted: an entry of {@code ignore}.
 *
 * @param rule the rule, current or former id; null for all
 * @param path a pattern of paths; null for all
 * @param reason why they are accepted
 * @param until the last day on which it holds; null for ever
 * @param place where it is said
 */
public record IgnoreEntry(
    @Nullable String rule,
    @Nullable String path,
    String reason,
    @Nullable LocalDate until,
    Place place) {}
