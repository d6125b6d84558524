package dev.emerald.spi.version;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a package, as npm reads it. Immutable; ordered and equal by precedence, so that what
 * is built from the same version compares equal whatever its build metadata is (Semantic Versioning
 * 2.0.0, item 11).
 */
public final class Version implements Comparable<Version> {

  /** The largest number that npm takes: the largest integer that JavaScript counts exactly. */
  static final long LARGEST = 9_007_199_254_740_991L;

  /** How long the text of a version may be. */
  static final int LONGEST = 256;

  private final long major;
  private final long minor;
  private final long patch;
  private final List<String> prerelease;
  private final List<String> build;

  Version(long major, long minor, long patch, List<String> prerelease, List<String> build) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
    this.prerelease = prerelease;
    this.build = build;
  }

  /**
   * The version that a text is; a "v" before it and white space around it make no difference.
   *
   * @return empty if it is none, is longer than 256 characters, or has a number beyond
   *     2<sup>53</sup>
   */
  public static Optional<Version> parse(String text) {
    return Optional.ofNullable(VersionText.version(text, false));
  }

  /**
   * The version that a text is, as npm's loose mode reads it: "v" and "=" before it, zeros before
   * its numbers, and a prerelease without a hyphen make no difference.
   *
   * @return empty if it is none, is longer than 256 characters, or has a number beyond
   *     2<sup>53</sup>
   */
  public static Optional<Version> parseLoose(String text) {
    return Optional.ofNullable(VersionText.version(text, true));
  }

  /** The first number. */
  public long major() {
    return major;
  }

  /** The second number. */
  public long minor() {
    return minor;
  }

  /** The third number. */
  public long patch() {
    return patch;
  }

  /** The parts of the prerelease, between its dots; numbers without zeros before them. */
  public List<String> prerelease() {
    return prerelease;
  }

  /** The parts of the build metadata, between its dots. */
  public List<String> build() {
    return build;
  }

  /** Whether it comes before the release of the same numbers. */
  public boolean isPrerelease() {
    return !prerelease.isEmpty();
  }

  /** Whether the three numbers are the same. */
  boolean sameNumbers(Version other) {
    return major == other.major && minor == other.minor && patch == other.patch;
  }

  @Override
  public int compareTo(Version other) {
    int order = Long.compare(major, other.major);
    if (order == 0) {
      order = Long.compare(minor, other.minor);
    }
    if (order == 0) {
      order = Long.compare(patch, other.patch);
    }
    return order != 0 ? order : comparePrereleases(prerelease, other.prerelease);
  }

  private static int comparePrereleases(List<String> left, List<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    int both = Math.min(left.size(), right.size());
    for (int i = 0; i < both; i++) {
      int order = compareParts(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareParts(String left, String right) {
    boolean leftNumber = VersionText.isNumber(left);
    boolean rightNumber = VersionText.isNumber(right);
    if (leftNumber != rightNumber) {
      return leftNumber ? -1 : 1;
    }
    if (leftNumber && left.length() != right.length()) {
      return Integer.compare(left.length(), right.length());
    }
    return left.compareTo(right);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Version version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    int hash = Long.hashCode(major);
    hash = 31 * hash + Long.hashCode(minor);
    hash = 31 * hash + Long.hashCode(patch);
    return 31 * hash + prerelease.hashCode();
  }

  /** The version as npm writes it: numbers and prerelease, without build metadata. */
  @Override
  public String toString() {
    String numbers = major + "." + minor + "." + patch;
    return prerelease.isEmpty() ? numbers : numbers + "-" + String.join(".", prerelease);
  }
}
