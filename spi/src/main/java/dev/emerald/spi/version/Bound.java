package dev.emerald.spi.version;

import org.jspecify.annotations.Nullable;

/**
 * A comparison that a version may pass.
 *
 * @param operator "" for equality, {@code <}, {@code <=}, {@code >} or {@code >=}
 * @param version null if every version passes
 */
record Bound(String operator, @Nullable Version version) {

  /** Every version passes. */
  static final Bound ANY = new Bound("", null);

  private static final String NOTHING = "<0.0.0-0";

  /**
   * The comparison that a text is.
   *
   * @return null if it is none
   */
  static @Nullable Bound parse(String text, boolean loose) {
    if (text.isEmpty()) {
      return ANY;
    }
    int end = operatorEnd(text, 0);
    int start = end;
    while (start < text.length() && VersionText.isSpace(text.charAt(start))) {
      start++;
    }
    Version version = VersionText.version(text.substring(start), loose);
    if (version == null) {
      return null;
    }
    String operator = text.substring(0, end);
    return new Bound(operator.equals("=") ? "" : operator, version);
  }

  /** Where the operator ends that may stand at an offset. */
  static int operatorEnd(String text, int from) {
    int end = from;
    if (end < text.length() && (text.charAt(end) == '<' || text.charAt(end) == '>')) {
      end++;
    }
    return end < text.length() && text.charAt(end) == '=' ? end + 1 : end;
  }

  boolean isAny() {
    return version == null;
  }

  /** Whether no version passes. */
  boolean isNothing() {
    return toString().equals(NOTHING);
  }

  boolean passes(Version candidate) {
    if (version == null) {
      return true;
    }
    int order = candidate.compareTo(version);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> order == 0;
    };
  }

  /** The comparison without spaces; empty if every version passes. */
  @Override
  public String toString() {
    return version == null ? "" : operator + version;
  }
}
