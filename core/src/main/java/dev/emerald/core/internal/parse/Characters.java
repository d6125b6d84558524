package dev.emerald.core.internal.parse;

/** What single characters mean to the lexical grammar of ECMAScript. */
final class Characters {

  private static final byte PART = 1;
  private static final byte START = 2;

  private static final byte[] ASCII = ascii();

  private Characters() {}

  /** Whether an ASCII character or any other code unit can go on an identifier; ASCII alone. */
  static boolean isAsciiPart(char unit) {
    return unit < 128 && ASCII[unit] != 0;
  }

  /** Whether a code unit starts an identifier; ASCII alone. */
  static boolean isAsciiStart(char unit) {
    return unit < 128 && ASCII[unit] == START;
  }

  /** Whether a code point is an IdentifierStartChar. */
  static boolean isIdentifierStart(int codePoint) {
    if (codePoint < 128) {
      return ASCII[codePoint] == START;
    }
    return UnicodeIdentifiers.isStart(codePoint);
  }

  /** Whether a code point is an IdentifierPartChar. */
  static boolean isIdentifierPart(int codePoint) {
    if (codePoint < 128) {
      return ASCII[codePoint] != 0;
    }
    return codePoint == 0x200C || codePoint == 0x200D || UnicodeIdentifiers.isContinue(codePoint);
  }

  /** Whether a code unit beyond ASCII is WhiteSpace. */
  static boolean isUnicodeSpace(char unit) {
    return unit == 0xA0
        || unit == 0xFEFF
        || unit >= 0x1680 && Character.getType(unit) == Character.SPACE_SEPARATOR;
  }

  /** Whether a code unit is a LineTerminator. */
  static boolean isLineTerminator(char unit) {
    return unit == '\n' || unit == '\r' || unit == '\u2028' || unit == '\u2029';
  }

  static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hexValue(char unit) {
    if (unit >= '0' && unit <= '9') {
      return unit - '0';
    }
    int lower = unit | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  private static byte[] ascii() {
    byte[] table = new byte[128];
    for (int c = 0; c < 128; c++) {
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '$' || c == '_') {
        table[c] = START;
      } else if (c >= '0' && c <= '9') {
        table[c] = PART;
      }
    }
    return table;
  }
}
