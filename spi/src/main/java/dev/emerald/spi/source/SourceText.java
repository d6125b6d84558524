package dev.emerald.spi.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * A file's path and decoded text, with a table of its lines. Immutable and safe for use by several
 * threads.
 *
 * <p>The text is what offsets count in: a byte order mark is not part of it. Bytes that are no
 * valid UTF-8 have become U+FFFD.
 */
public final class SourceText {

  private final String path;
  private final String text;

  /** How much of a text is looked at together. */
  private static final int PART = 8_192;

  private final int[] lineStarts;

  private SourceText(String path, String text) {
    this.path = Objects.requireNonNull(path, "path");
    this.text = Objects.requireNonNull(text, "text");
    this.lineStarts = lineStarts(text);
  }

  /**
   * A text under a path.
   *
   * @param path relative to the root of the analysed project, {@code /} between the segments
   * @param text the decoded text, without a byte order mark
   */
  public static SourceText of(String path, String text) {
    return new SourceText(path, text);
  }

  /** The path relative to the root of the analysed project, {@code /} between the segments. */
  public String path() {
    return path;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** Number of UTF-16 code units in the text. */
  public int length() {
    return text.length();
  }

  /** Number of lines, at least 1; a text that ends in a line terminator has an empty last line. */
  public int lineCount() {
    return lineStarts.length;
  }

  /**
   * Line and column of an offset.
   *
   * @param offset from 0 to {@link #length()}; anything outside is moved to the nearer end
   */
  public Position position(int offset) {
    int within = Math.max(0, Math.min(offset, text.length()));
    int line = lineAt(within);
    return new Position(line, within - lineStarts[line - 1] + 1);
  }

  /**
   * The line, from 1, that an offset lies on.
   *
   * @param offset from 0 to {@link #length()}
   */
  public int lineAt(int offset) {
    int index = Arrays.binarySearch(lineStarts, offset);
    return index >= 0 ? index + 1 : -index - 1;
  }

  /**
   * Offset of the first code unit of a line.
   *
   * @param line from 1 to {@link #lineCount()}
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public int lineStart(int line) {
    return lineStarts[Objects.checkIndex(line - 1, lineStarts.length)];
  }

  /**
   * The text of a line without its terminator.
   *
   * @param line from 1 to {@link #lineCount()}
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public String lineText(int line) {
    int start = lineStart(line);
    int end = line == lineStarts.length ? text.length() : lineStarts[line];
    while (end > start && isLineTerminator(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /**
   * A range of this file.
   *
   * @param start offset of the first code unit
   * @param end offset just past the last one; offsets outside the text are moved to the nearer end
   */
  public Location location(int start, int end) {
    int from = Math.max(0, Math.min(start, text.length()));
    int to = Math.max(from, Math.min(end, text.length()));
    return new Location(path, new Span(from, to), position(from), position(to));
  }

  /** A range of this file; see {@link #location(int, int)}. */
  public Location location(Span span) {
    return location(span.start(), span.end());
  }

  /**
   * The characters of a range.
   *
   * @throws IndexOutOfBoundsException if the range does not lie in the text
   */
  public String slice(int start, int end) {
    return text.substring(start, end);
  }

  /** The path. */
  @Override
  public String toString() {
    return path;
  }

  /** Whether a code unit ends a line in ECMAScript: LF, CR, U+2028 or U+2029. */
  public static boolean isLineTerminator(char unit) {
    return unit == '\n' || unit == '\r' || unit == '\u2028' || unit == '\u2029';
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int lines = 1;
    int length = text.length();
    // Every text is gone through: one unit after the other out of an array costs a third.
    char[] units = new char[Math.min(length, PART)];
    boolean afterReturn = false;
    for (int from = 0; from < length; from += PART) {
      int size = Math.min(PART, length - from);
      text.getChars(from, from + size, units, 0);
      for (int i = 0; i < size; i++) {
        char unit = units[i];
        if (unit > '\r' && unit < '\u2028' || !isLineTerminator(unit)) {
          afterReturn = false;
          continue;
        }
        if (unit == '\n' && afterReturn) {
          // One line ends in both.
          starts[lines - 1]++;
        } else {
          if (lines == starts.length) {
            starts = Arrays.copyOf(starts, lines * 2);
          }
          starts[lines++] = from + i + 1;
        }
        afterReturn = unit == '\r';
      }
    }
    return Arrays.copyOf(starts, lines);
  }
}
