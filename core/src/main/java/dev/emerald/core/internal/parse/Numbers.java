package dev.emerald.core.internal.parse;

import java.math.BigInteger;

/** Numeric literals: their extent and their value. */
final class Numbers {

  private Numbers() {}

  /**
   * Where the number ends that starts at an offset, an {@code n} of a BigInt included.
   *
   * @param from offset of a digit, or of a dot with a digit after it
   * @return the complement of that offset if the number is malformed
   */
  static int end(char[] text, int from) {
    char first = text[from];
    int lower = text[from + 1] | 0x20;
    if (first == '0' && (lower == 'x' || lower == 'o' || lower == 'b')) {
      int at = digits(text, from + 2, lower == 'x' ? 16 : lower == 'o' ? 8 : 2);
      boolean bad = at == from + 2 || at < 0;
      at = at < 0 ? ~at : at;
      return bad ? ~at : text[at] == 'n' ? at + 1 : at;
    }
    boolean bad = false;
    int at = from;
    if (first != '.') {
      at = digits(text, from, 10);
      if (at < 0) {
        bad = true;
        at = ~at;
      }
      if (first == '0' && at > from + 1) {
        return bad || text[from + 1] == '_' ? ~at : legacyEnd(text, from, at);
      }
      if (text[at] == 'n') {
        return bad ? ~(at + 1) : at + 1;
      }
    }
    return fractionEnd(text, at, bad);
  }

  private static int fractionEnd(char[] text, int from, boolean malformed) {
    boolean bad = malformed;
    int at = from;
    if (text[at] == '.') {
      int end = digits(text, at + 1, 10);
      bad |= end < 0;
      at = end < 0 ? ~end : end;
    }
    if ((text[at] | 0x20) == 'e') {
      int exponent = at + 1;
      if (text[exponent] == '+' || text[exponent] == '-') {
        exponent++;
      }
      int end = digits(text, exponent, 10);
      bad |= end < 0 || end == exponent;
      at = end < 0 ? ~end : end;
    }
    return bad ? ~at : at;
  }

  /** Annex B: {@code 017} is octal and has no fraction, {@code 089} is decimal. */
  private static int legacyEnd(char[] text, int from, int digitsEnd) {
    for (int i = from; i < digitsEnd; i++) {
      if (text[i] == '_') {
        return ~digitsEnd;
      }
    }
    return isOctal(text, from, digitsEnd) ? digitsEnd : fractionEnd(text, digitsEnd, false);
  }

  private static boolean isOctal(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] >= '8') {
        return false;
      }
    }
    return true;
  }

  /** The end of the digits at an offset; its complement if a separator stands wrong. */
  private static int digits(char[] text, int from, int radix) {
    int at = from;
    boolean bad = false;
    boolean separated = true;
    while (true) {
      char unit = text[at];
      if (unit == '_') {
        bad |= separated;
        separated = true;
      } else {
        int value = Characters.hexValue(unit);
        if (value < 0 || value >= radix) {
          break;
        }
        separated = false;
      }
      at++;
    }
    bad |= separated && at > from;
    return bad ? ~at : at;
  }

  /** The value of a well-formed number. */
  static double value(char[] text, int from, int to) {
    if (to - from <= 9 && text[from] != '0' || to - from == 1) {
      int value = 0;
      int at = from;
      while (at < to && Characters.isDigit(text[at])) {
        value = value * 10 + (text[at++] - '0');
      }
      if (at == to) {
        return value;
      }
    }
    String digits = plain(text, from, to);
    int radix = radix(digits);
    if (radix != 10) {
      return whole(digits.substring(2), radix);
    }
    if (digits.length() > 1 && digits.charAt(0) == '0' && isOctal(text, from, to)) {
      boolean octal = true;
      for (int i = 0; i < digits.length(); i++) {
        octal &= Characters.isDigit(digits.charAt(i));
      }
      if (octal) {
        return whole(digits, 8);
      }
    }
    return Double.parseDouble(digits);
  }

  private static double whole(String digits, int radix) {
    // BigInteger needs time in the square of the length; a number this long is infinite anyway.
    if (digits.length() > 1100) {
      int zeros = 0;
      while (zeros < digits.length() && digits.charAt(zeros) == '0') {
        zeros++;
      }
      if (digits.length() - zeros > 1100) {
        return Double.POSITIVE_INFINITY;
      }
      return zeros == digits.length() ? 0 : whole(digits.substring(zeros), radix);
    }
    return new BigInteger(digits, radix).doubleValue();
  }

  /** The digits of a BigInt as they are written, prefix included, without separators and suffix. */
  static String bigInt(char[] text, int from, int to) {
    return plain(text, from, to - 1);
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    int lower = digits.charAt(1) | 0x20;
    return lower == 'x' ? 16 : lower == 'o' ? 8 : lower == 'b' ? 2 : 10;
  }

  private static String plain(char[] text, int from, int to) {
    String written = new String(text, from, to - from);
    return written.indexOf('_') < 0 ? written : written.replace("_", "");
  }
}
