package dev.emerald.core.internal.config;

import java.util.List;

/**
 * What is said of rules for some files: an entry of {@code overrides}.
 *
 * @param files patterns of paths
 * @param rules what is said
 * @param place where
 */
public record PathSettings(List<String> files, List<RuleSetting> rules, Place place) {

  /** Copies the lists. */
  public PathSettings {
    files = List.copyOf(files);
    rules = List.copyOf(rules);
  }
}
