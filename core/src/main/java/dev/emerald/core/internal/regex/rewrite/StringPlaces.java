package dev.emerald.core.internal.regex.rewrite;

import org.jspecify.annotations.Nullable;

/** Where the characters of a string stand in its literal, which may have escapes. */
final class StringPlaces {

  private static final String ESCAPES = "nrtbfv0";
  private static final String ESCAPED = "\n\r\t\b\f\u000b\0";

  private final char quote;
  private final String value;
  private final int[] places;

  private StringPlaces(char quote, String value, int[] places) {
    this.quote = quote;
    this.value = value;
    this.places = places;
  }

  /**
   * The places of a literal.
   *
   * @param literal with its quotes
   * @return null if it is none, or has an escape that is not known
   */
  static @Nullable StringPlaces of(String literal) {
    int last = literal.length() - 1;
    if (last < 1
        || literal.charAt(0) != literal.charAt(last)
        || "'\"".indexOf(literal.charAt(0)) < 0) {
      return null;
    }
    StringBuilder value = new StringBuilder(literal.length());
    int[] places = new int[literal.length()];
    int at = 1;
    while (at < last) {
      places[value.length()] = at;
      char c = literal.charAt(at);
      if (c != '\\') {
        value.append(c);
        at++;
        continue;
      }
      char escape = at + 1 < last ? literal.charAt(at + 1) : '\n';
      int digits = escape == 'x' ? 2 : escape == 'u' ? 4 : 0;
      if (digits > 0) {
        int unit = at + 2 + digits <= last ? hexadecimal(literal, at + 2, digits) : -1;
        if (unit < 0) {
          return null;
        }
        value.append((char) unit);
        at += 2 + digits;
        continue;
      }
      int known = ESCAPES.indexOf(escape);
      boolean octal = escape == '0' && at + 2 < last && Character.isDigit(literal.charAt(at + 2));
      if (octal
          || escape >= '1' && escape <= '9'
          || escape == '\n'
          || escape == '\r'
          || escape == '\u2028'
          || escape == '\u2029') {
        return null;
      }
      value.append(known >= 0 ? ESCAPED.charAt(known) : escape);
      at += 2;
    }
    places[value.length()] = last;
    return new StringPlaces(literal.charAt(0), value.toString(), places);
  }

  private static int hexadecimal(String text, int start, int digits) {
    int value = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  /** The value of the string. */
  String value() {
    return value;
  }

  /** Where a character of the value stands in the literal; the closing quote for its length. */
  int place(int index) {
    return places[index];
  }

  /** A text as it is written in this literal; null if it cannot be written plainly. */
  @Nullable String written(String text) {
    StringBuilder written = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = ESCAPED.indexOf(c);
      if (Character.isSurrogate(c) || c == '\u2028' || c == '\u2029' || c == 0) {
        return null;
      }
      if (known >= 0) {
        written.append('\\').append(ESCAPES.charAt(known));
      } else {
        written.append(c == '\\' || c == quote ? "\\" : "").append(c);
      }
    }
    return written.toString();
  }
}
