package dev.emerald.cli;

/** Messages that hold names and values from outside. */
final class OneLine {

  private OneLine() {}

  /**
   * The text on one line: line breaks are spaces, what a terminal would act on is shown as
   * JavaScript escapes it.
   */
  static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.strip()
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t') {
                line.append(' ');
              } else if (c != '\r') {
                append(line, c);
              }
            });
    return line.toString();
  }

  private static void append(StringBuilder line, int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR) {
      line.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
    } else {
      line.appendCodePoint(codePoint);
    }
  }
}
