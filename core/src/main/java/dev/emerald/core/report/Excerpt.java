package dev.emerald.core.report;

/**
 * A line of source and the mark under it, cut to a width around the mark. Work and size depend on
 * the width alone, not on how long the line is.
 *
 * @param code the line, or the part of it that fits
 * @param mark spaces and carets, to be set under {@code code}
 */
record Excerpt(String code, String mark) {

  private static final int TAB = 4;

  /** Code units looked at for a column: combining marks without end must not count as none. */
  private static final int UNITS_PER_COLUMN = 4;

  /**
   * A line with a mark under some of it.
   *
   * @param line the line without its terminator
   * @param start offset of the first marked unit; one past the end is moved to the end
   * @param end offset just past the last marked unit; a mark is at least one column long
   * @param width columns to be kept to, at least 20, an ellipsis at either end not counted
   */
  static Excerpt of(String line, int start, int end, int width, Glyphs glyphs) {
    int from = Math.max(0, Math.min(start, line.length()));
    int to = Math.max(from, Math.min(end, line.length()));
    return new Writer(line, width, glyphs).write(from, to);
  }

  /** Shows one line; for one use. */
  private static final class Writer {
    private final String text;
    private final int width;
    private final Glyphs glyphs;
    private final StringBuilder code = new StringBuilder();

    Writer(String text, int width, Glyphs glyphs) {
      this.text = text;
      this.width = width;
      this.glyphs = glyphs;
    }

    Excerpt write(int start, int end) {
      int from = windowStart(start);
      int column = 0;
      if (from > 0) {
        code.append(glyphs.ellipsis());
        column = glyphs.ellipsis().length();
      }
      int first = -1;
      int past = -1;
      int at = from;
      int lastUnit = (int) Math.min(text.length(), (long) from + (long) width * UNITS_PER_COLUMN);
      while (at < lastUnit) {
        int codePoint = text.codePointAt(at);
        if (first < 0 && at + Character.charCount(codePoint) > start) {
          first = column;
        }
        if (past < 0 && first >= 0 && at >= end) {
          past = column;
        }
        int before = code.length();
        int columns = append(codePoint, column);
        if (column + columns > width) {
          code.setLength(before);
          break;
        }
        column += columns;
        at += Character.charCount(codePoint);
      }
      if (first < 0) {
        first = column;
      }
      if (past < 0) {
        past = column;
      }
      if (at < text.length()) {
        code.append(glyphs.ellipsis());
      } else {
        code.setLength(withoutTrailingSpaces());
      }
      return new Excerpt(
          code.toString(), " ".repeat(first) + "^".repeat(Math.max(1, past - first)));
    }

    /** Where to begin so that the mark begins in the first two thirds of the width. */
    private int windowStart(int mark) {
      int whole = back(mark, width * 2 / 3);
      if (whole == 0) {
        return whole;
      }
      int from = back(mark, width / 3);
      while (from < mark && Glyphs.columns(text.codePointAt(from)) == 0) {
        from += Character.charCount(text.codePointAt(from));
      }
      return from;
    }

    private int back(int mark, int columns) {
      int left = columns;
      int at = mark;
      int firstUnit = (int) Math.max(0, (long) mark - (long) width * UNITS_PER_COLUMN);
      StringBuilder scratch = new StringBuilder();
      while (at > firstUnit) {
        int codePoint = text.codePointBefore(at);
        scratch.setLength(0);
        left -= codePoint == '\t' ? TAB : glyphs.append(scratch, codePoint);
        if (left < 0 || at - Character.charCount(codePoint) < firstUnit) {
          break;
        }
        at -= Character.charCount(codePoint);
      }
      return at;
    }

    private int append(int codePoint, int column) {
      if (codePoint != '\t') {
        return glyphs.append(code, codePoint);
      }
      int spaces = TAB - column % TAB;
      code.append(" ".repeat(spaces));
      return spaces;
    }

    private int withoutTrailingSpaces() {
      int end = code.length();
      while (end > 0 && code.charAt(end - 1) == ' ') {
        end--;
      }
      return end;
    }
  }
}
