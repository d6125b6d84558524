package dev.emerald.core.internal.regex;

/**
 * Reads the name of a group or of a reference to one. ECMA-262 §22.2.1, <em>GroupName</em>: an
 * identifier of code points in any mode, with Unicode escapes as they are under {@code u}.
 */
final class GroupName {

  private static final int VERTICAL_TILDE = 0x2E2F;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private GroupName() {}

  /**
   * Reads from just past the {@code <} to just past the {@code >}.
   *
   * @return the name with its escapes resolved
   */
  static String read(RegexReader reader) {
    int start = reader.position();
    StringBuilder name = new StringBuilder();
    while (true) {
      int at = reader.position();
      if (reader.peek() == RegexReader.END) {
        throw reader.error(start, "The name of a group lacks its closing >");
      }
      int codePoint = reader.nextCodePoint();
      if (codePoint == '>') {
        break;
      }
      if (codePoint == '\\') {
        codePoint = reader.eat('u') ? EscapeParser.unicodeEscape(reader, true) : -1;
      }
      if (!(name.length() == 0 ? isStart(codePoint) : isPart(codePoint))) {
        throw reader.error(at, "A group's name must be an identifier");
      }
      name.appendCodePoint(codePoint);
    }
    if (name.length() == 0) {
      throw reader.error(start, "A group's name is empty");
    }
    return name.toString();
  }

  private static boolean isStart(int codePoint) {
    if (codePoint < 0x80) {
      return RegexReader.isAsciiLetter(codePoint) || codePoint == '$' || codePoint == '_';
    }
    return Character.isUnicodeIdentifierStart(codePoint) && codePoint != VERTICAL_TILDE;
  }

  private static boolean isPart(int codePoint) {
    if (codePoint < 0x80) {
      return isStart(codePoint) || RegexReader.isDigit(codePoint);
    }
    if (codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER) {
      return true;
    }
    return Character.isUnicodeIdentifierPart(codePoint)
        && !Character.isIdentifierIgnorable(codePoint)
        && codePoint != VERTICAL_TILDE;
  }
}
