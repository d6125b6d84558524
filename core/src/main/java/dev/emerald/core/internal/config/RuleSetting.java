package dev.emerald.core.internal.config;

import dev.emerald.spi.finding.Severity;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a configuration says of one rule. Immutable. */
public final class RuleSetting {

  private final String id;
  private final boolean off;
  private final @Nullable Severity severity;
  private final Map<String, OptionValue> options;
  private final Place place;

  private RuleSetting(
      String id,
      boolean off,
      @Nullable Severity severity,
      Map<String, OptionValue> options,
      Place place) {
    this.id = Objects.requireNonNull(id, "id");
    this.off = off;
    this.severity = severity;
    this.options = options;
    this.place = place;
  }

  /** The rule is not to run. */
  public static RuleSetting off(String id, Place place) {
    return new RuleSetting(id, true, null, Map.of(), place);
  }

  /** The rule is to run, with a severity of its own or another. */
  public static RuleSetting on(
      String id, @Nullable Severity severity, Map<String, OptionValue> options, Place place) {
    return new RuleSetting(id, false, severity, Map.copyOf(options), place);
  }

  /** The rule as it is named there; may be a former id. */
  public String id() {
    return id;
  }

  /** Whether the rule is not to run. */
  public boolean isOff() {
    return off;
  }

  /** The severity of its findings; null for the rule's own. */
  public @Nullable Severity severity() {
    return severity;
  }

  /** Its options that are set. */
  public Map<String, OptionValue> options() {
    return options;
  }

  /** Where that is said. */
  public Place place() {
    return place;
  }

  /**
   * The value of an option.
   *
   * @param value an {@code Integer}, a {@code Boolean}, a {@code String} or a {@code List<String>}
   * @param place where it is said
   */
  public record OptionValue(Object value, Place place) {}
}
