package dev.emerald.core.internal.parse;

import org.jspecify.annotations.Nullable;

/** Strings, templates and regular expressions: where they end and what their escapes mean. */
final class Strings {

  private Strings() {}

  /**
   * Where the text of a string ends.
   *
   * @param from offset just past the opening quote
   * @return offset of the closing quote; the complement of where the line ends if there is none
   */
  static int stringEnd(char[] text, int from, int length, char quote) {
    int at = from;
    while (true) {
      char unit = text[at];
      if (unit == quote) {
        return at;
      }
      if (unit == '\\') {
        at++;
        if (text[at] == '\r' && text[at + 1] == '\n') {
          at++;
        }
        if (at >= length) {
          return ~length;
        }
      } else if (unit == '\n' || unit == '\r' || unit == 0 && at >= length) {
        return ~at;
      }
      at++;
    }
  }

  /**
   * Where the text of a regular expression ends.
   *
   * @param from offset just past the opening slash
   * @return offset of the closing slash; the complement of where the line ends if there is none
   */
  static int regExpEnd(char[] text, int from, int length) {
    int at = from;
    boolean inClass = false;
    while (true) {
      char unit = text[at];
      if (Characters.isLineTerminator(unit) || unit == 0 && at >= length) {
        return ~at;
      }
      if (unit == '\\') {
        at++;
        if (Characters.isLineTerminator(text[at]) || at >= length) {
          return ~at;
        }
      } else if (unit == '[') {
        inClass = true;
      } else if (unit == ']') {
        inClass = false;
      } else if (unit == '/' && !inClass) {
        return at;
      }
      at++;
    }
  }

  /**
   * The value of the text between quotes, which holds escapes.
   *
   * @param template by the rules of templates: CR is LF, octal escapes are invalid
   * @return null if an escape is invalid
   */
  static @Nullable String cook(char[] text, int from, int to, boolean template) {
    StringBuilder out = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      char unit = text[at++];
      if (unit == '\r' && template) {
        out.append('\n');
        if (at < to && text[at] == '\n') {
          at++;
        }
      } else if (unit != '\\') {
        out.append(unit);
      } else {
        at = escape(text, at, to, out, template);
        if (at < 0) {
          return null;
        }
      }
    }
    return out.toString();
  }

  /** Appends what an escape means; returns the offset past it, or -1 if it is invalid. */
  private static int escape(char[] text, int from, int to, StringBuilder out, boolean template) {
    if (from >= to) {
      return -1;
    }
    char unit = text[from];
    int next = from + 1;
    switch (unit) {
      case 'n' -> {
        out.append('\n');
        return next;
      }
      case 't' -> {
        out.append('\t');
        return next;
      }
      case 'r' -> {
        out.append('\r');
        return next;
      }
      case 'b' -> {
        out.append('\b');
        return next;
      }
      case 'f' -> {
        out.append('\f');
        return next;
      }
      case 'v' -> {
        out.append('\u000B');
        return next;
      }
      case '\r' -> {
        return next < to && text[next] == '\n' ? next + 1 : next;
      }
      case '\n', '\u2028', '\u2029' -> {
        return next;
      }
      case 'x' -> {
        return hexEscape(text, next, to, out);
      }
      case 'u' -> {
        return unicodeEscape(text, next, to, out);
      }
      default -> {
        if (unit >= '0' && unit <= '9') {
          return digitEscape(text, from, to, out, template);
        }
        out.append(unit);
        return next;
      }
    }
  }

  private static int hexEscape(char[] text, int from, int to, StringBuilder out) {
    int high = from + 1 < to ? Characters.hexValue(text[from]) : -1;
    int low = high < 0 ? -1 : Characters.hexValue(text[from + 1]);
    if (low < 0) {
      return -1;
    }
    out.append((char) (high << 4 | low));
    return from + 2;
  }

  private static int digitEscape(
      char[] text, int from, int to, StringBuilder out, boolean template) {
    char unit = text[from];
    if (unit == '0' && (from + 1 >= to || !Characters.isDigit(text[from + 1]))) {
      out.append('\0');
      return from + 1;
    }
    if (template) {
      return -1;
    }
    if (unit >= '8') {
      out.append(unit);
      return from + 1;
    }
    int value = unit - '0';
    int at = from + 1;
    int most = unit <= '3' ? from + 3 : from + 2;
    while (at < to && at < most && text[at] >= '0' && text[at] <= '7') {
      value = value * 8 + (text[at++] - '0');
    }
    out.append((char) value);
    return at;
  }

  /**
   * Appends the character of a Unicode escape.
   *
   * @param from offset just past the {@code u}
   * @return the offset past the escape, or -1 if it is invalid
   */
  static int unicodeEscape(char[] text, int from, int to, StringBuilder out) {
    if (from < to && text[from] == '{') {
      int value = 0;
      int at = from + 1;
      while (at < to && text[at] != '}') {
        int digit = Characters.hexValue(text[at++]);
        if (digit < 0) {
          return -1;
        }
        value = value << 4 | digit;
        if (value > 0x10FFFF) {
          return -1;
        }
      }
      if (at >= to || at == from + 1) {
        return -1;
      }
      out.appendCodePoint(value);
      return at + 1;
    }
    if (from + 4 > to) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Characters.hexValue(text[i]);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    out.append((char) value);
    return from + 4;
  }
}
