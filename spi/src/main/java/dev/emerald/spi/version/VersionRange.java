package dev.emerald.spi.version;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A range of versions, as npm reads the ranges of a package.json: comparisons, {@code ^}, {@code
 * ~}, {@code x}, {@code -} and {@code ||}. Immutable.
 */
public final class VersionRange {

  /** Longer texts are no ranges. */
  private static final int LONGEST = 1 << 16;

  private final List<List<Bound>> alternatives;
  private final Set<RangeOption> options;

  private VersionRange(List<List<Bound>> alternatives, Set<RangeOption> options) {
    this.alternatives = alternatives;
    this.options = options;
  }

  /**
   * The range that a text is, read strictly.
   *
   * @return empty if it is none, such as a tag or an address
   */
  public static Optional<VersionRange> parse(String text) {
    return parse(text, Set.of());
  }

  /**
   * The range that a text is.
   *
   * @return empty if it is none, or is longer than 65,536 characters
   */
  public static Optional<VersionRange> parse(String text, Set<RangeOption> options) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    List<List<Bound>> alternatives = new RangeText(options).parse(text);
    return alternatives == null
        ? Optional.empty()
        : Optional.of(new VersionRange(alternatives, Set.copyOf(options)));
  }

  /** Whether a version lies within. */
  public boolean contains(Version version) {
    for (List<Bound> alternative : alternatives) {
      if (passes(alternative, version)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is a version that lies within; it is read as the range was. */
  public boolean contains(String version) {
    Version parsed = VersionText.version(version, options.contains(RangeOption.LOOSE));
    return parsed != null && contains(parsed);
  }

  private boolean passes(List<Bound> bounds, Version version) {
    for (Bound bound : bounds) {
      if (!bound.passes(version)) {
        return false;
      }
    }
    if (!version.isPrerelease() || options.contains(RangeOption.INCLUDE_PRERELEASE)) {
      return true;
    }
    for (Bound bound : bounds) {
      Version limit = bound.version();
      if (limit != null && limit.isPrerelease() && limit.sameNumbers(version)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The range in comparisons alone, such as {@code >=1.2.0 <2.0.0-0}; {@code *} for any version.
   */
  @Override
  public String toString() {
    String text =
        alternatives.stream()
            .map(bounds -> bounds.stream().map(Bound::toString).collect(Collectors.joining(" ")))
            .collect(Collectors.joining("||"));
    return text.isEmpty() ? "*" : text;
  }
}
