package dev.emerald.rules.secrets;

/**
 * Reads names and values from texts whose lines hold settings: {@code NAME=value}, {@code name:
 * value}, {@code "name": "value"}, also several in a line of JSON. It knows no more of the formats
 * than that, so it gets something out of broken files too.
 */
final class SettingLines {

  private static final int LONGEST_LINE = 2_000;

  private SettingLines() {}

  /** Is told of settings. */
  @FunctionalInterface
  interface Setting {

    /**
     * A setting.
     *
     * @param name without quotes
     * @param start where the value begins, without quotes
     * @param end just past it
     */
    void of(String name, int start, int end);
  }

  /** Tells of all settings of lines of the form {@code NAME=value}, comments left out. */
  static void assignments(String text, Setting setting) {
    each(text, '=', setting);
  }

  /** Tells of all settings of the lines of a YAML text, comments left out. */
  static void yaml(String text, Setting setting) {
    each(text, ':', setting);
  }

  private static void each(String text, char sign, Setting setting) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start <= LONGEST_LINE) {
        line(text, start, end, sign, setting);
      }
      start = end + 1;
    }
  }

  private static void line(String text, int from, int to, char sign, Setting setting) {
    int start = skipSpace(text, from, to);
    if (start == to || "#;/!".indexOf(text.charAt(start)) >= 0) {
      return;
    }
    // A list of YAML, an exported variable.
    if (text.startsWith("- ", start)) {
      start = skipSpace(text, start + 1, to);
    } else if (text.startsWith("export ", start)) {
      start = skipSpace(text, start + 7, to);
    }
    if (start < to && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
      start++;
    }
    int nameEnd = start;
    while (nameEnd < to && isNameUnit(text.charAt(nameEnd))) {
      nameEnd++;
    }
    int at = nameEnd;
    if (at < to && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      at++;
    }
    at = skipSpace(text, at, to);
    boolean assigned = at < to && (text.charAt(at) == sign || text.charAt(at) == '=');
    if (nameEnd == start || !assigned) {
      return;
    }
    value(text, text.substring(start, nameEnd), skipSpace(text, at + 1, to), to, setting);
  }

  private static void value(String text, String name, int from, int to, Setting setting) {
    int end = to;
    int start = from;
    if (start < end && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
      char quote = text.charAt(start);
      start++;
      end = start;
      while (end < to && text.charAt(end) != quote) {
        end++;
      }
    } else {
      for (int i = start; i + 1 < to; i++) {
        if (text.charAt(i) == ' ' && text.charAt(i + 1) == '#') {
          end = i;
          break;
        }
      }
      while (end > start
          && (text.charAt(end - 1) <= ' ' || "\"',".indexOf(text.charAt(end - 1)) >= 0)) {
        end--;
      }
    }
    if (end > start) {
      setting.of(name, start, end);
    }
  }

  /** Tells of all members of a JSON text whose values are strings. */
  static void json(String text, Setting setting) {
    int at = text.indexOf('"');
    while (at >= 0) {
      int close = stringEnd(text, at + 1);
      if (close < 0) {
        return;
      }
      int colon = skipAny(text, close + 1);
      if (colon < text.length() && text.charAt(colon) == ':') {
        int value = skipAny(text, colon + 1);
        if (value < text.length() && text.charAt(value) == '"') {
          int end = stringEnd(text, value + 1);
          if (end < 0) {
            return;
          }
          if (close - at <= 200 && end > value + 1) {
            setting.of(text.substring(at + 1, close), value + 1, end);
          }
          close = end;
        }
      }
      at = text.indexOf('"', close + 1);
    }
  }

  private static int stringEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '\\') {
        i++;
      } else if (unit == '"') {
        return i;
      } else if (unit == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNameUnit(char unit) {
    return TokenShape.isWord(unit) || unit == '-' || unit == '.';
  }

  private static int skipSpace(String text, int from, int to) {
    int at = from;
    while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static int skipAny(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}
