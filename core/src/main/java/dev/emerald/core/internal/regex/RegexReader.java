package dev.emerald.core.internal.regex;

import dev.emerald.spi.regex.RegexDiagnostic;
import dev.emerald.spi.regex.RegexFlags;

/** A place in a pattern text, and the flags that decide what a character is there. */
final class RegexReader {

  /** What {@link #peek()} gives at the end. */
  static final int END = -1;

  /**
   * How deep groups and classes may nest, both counted together. The parser itself keeps no stack;
   * the limit is for those who walk the tree by recursion: a level is three nodes at most, so 1,500
   * frames, which a default stack of 1 MB holds with room to spare.
   */
  static final int MAX_DEPTH = 500;

  private static final int MAX_QUOTED = 40;

  private final String source;
  private final boolean unicodeMode;
  private final boolean unicodeSets;
  private int position;
  private int depth;

  RegexReader(String source, RegexFlags flags) {
    this.source = source;
    this.unicodeMode = flags.unicodeMode();
    this.unicodeSets = flags.unicodeSets();
  }

  /** Whether characters are code points and Annex B does not apply. */
  boolean unicodeMode() {
    return unicodeMode;
  }

  boolean unicodeSets() {
    return unicodeSets;
  }

  int position() {
    return position;
  }

  void moveTo(int offset) {
    position = offset;
  }

  void skip(int units) {
    position += units;
  }

  /** The code unit here, or {@link #END}. */
  int peek() {
    return position < source.length() ? source.charAt(position) : END;
  }

  /** The code unit {@code ahead} of here, or {@link #END}. */
  int peek(int ahead) {
    int at = position + ahead;
    return at < source.length() ? source.charAt(at) : END;
  }

  boolean lookingAt(String text) {
    return source.startsWith(text, position);
  }

  /** Steps over a code unit if it is the one here. */
  boolean eat(char unit) {
    if (peek() == unit) {
      position++;
      return true;
    }
    return false;
  }

  /** Steps over a text if it is the one here. */
  boolean eat(String text) {
    if (lookingAt(text)) {
      position += text.length();
      return true;
    }
    return false;
  }

  /**
   * Steps over one character: a code point in Unicode mode, else a code unit. Not to be called at
   * the end.
   */
  int next() {
    return unicodeMode ? nextCodePoint() : source.charAt(position++);
  }

  /** Steps over a code point in any mode; a lone surrogate is one. Not to be called at the end. */
  int nextCodePoint() {
    int codePoint = source.codePointAt(position);
    position += Character.charCount(codePoint);
    return codePoint;
  }

  /**
   * Steps over decimal digits.
   *
   * @return their value, or {@link Integer#MAX_VALUE} if it is not less; -1 if there are none
   */
  int decimalDigits() {
    long value = -1;
    for (int unit = peek(); isDigit(unit); unit = peek()) {
      value = Math.min(Integer.MAX_VALUE, Math.max(0, value) * 10 + (unit - '0'));
      position++;
    }
    return (int) value;
  }

  /**
   * Steps over an exact number of hexadecimal digits, or over none if there are fewer.
   *
   * @return their value, or -1
   */
  int hexDigits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      int digit = hexDigit(peek(i));
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    position += count;
    return value;
  }

  String slice(int start, int end) {
    return source.substring(start, end);
  }

  /** A part of the pattern for a message: quoted, and not longer than a message should be. */
  String quote(int start, int end) {
    return end - start > MAX_QUOTED
        ? "'" + source.substring(start, start + MAX_QUOTED) + "…'"
        : "'" + source.substring(start, end) + "'";
  }

  /** Counts a group or class that opens at an offset. */
  void enter(int offset) {
    if (++depth > MAX_DEPTH) {
      throw new RegexSyntaxError(
          RegexDiagnostic.Kind.LIMIT,
          offset,
          "Groups and classes nest deeper than " + MAX_DEPTH + " levels");
    }
  }

  /** Counts a group or class that closes. */
  void leave() {
    depth--;
  }

  /** An error to be thrown. */
  RegexSyntaxError error(int offset, String message) {
    return new RegexSyntaxError(RegexDiagnostic.Kind.PATTERN, offset, message);
  }

  static boolean isDigit(int unit) {
    return unit >= '0' && unit <= '9';
  }

  static boolean isOctalDigit(int unit) {
    return unit >= '0' && unit <= '7';
  }

  static boolean isAsciiLetter(int unit) {
    return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z';
  }

  /** Value of an ASCII hexadecimal digit, or -1. */
  static int hexDigit(int unit) {
    if (isDigit(unit)) {
      return unit - '0';
    }
    if (unit >= 'a' && unit <= 'f') {
      return unit - 'a' + 10;
    }
    return unit >= 'A' && unit <= 'F' ? unit - 'A' + 10 : -1;
  }
}
