package dev.emerald.spi.manifest;

import java.util.List;
import java.util.Objects;

/** An entry of {@code paths} in a {@link TsConfig}. Immutable. */
public final class PathMapping {

  private final String pattern;
  private final List<String> targets;

  PathMapping(String pattern, List<String> targets) {
    this.pattern = Objects.requireNonNull(pattern, "pattern");
    this.targets = List.copyOf(targets);
  }

  /** What a module's name is compared with; at most one {@code *} stands for any text. */
  public String pattern() {
    return pattern;
  }

  /** Where to look, in order; a {@code *} is replaced by what the pattern's stood for. */
  public List<String> targets() {
    return targets;
  }

  /** {@code pattern -> targets}. */
  @Override
  public String toString() {
    return pattern + " -> " + targets;
  }
}
