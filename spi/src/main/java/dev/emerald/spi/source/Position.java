package dev.emerald.spi.source;

/**
 * A place in a text as people count.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 */
public record Position(int line, int column) implements Comparable<Position> {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a number is less than 1
   */
  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("no position at line " + line + ", column " + column);
    }
  }

  @Override
  public int compareTo(Position other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code line:column}. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
