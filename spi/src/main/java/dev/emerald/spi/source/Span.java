package dev.emerald.spi.source;

/**
 * A half-open range of offsets in a text.
 *
 * @param start offset of the first UTF-16 code unit, from 0
 * @param end offset just past the last UTF-16 code unit; equal to {@code start} for an empty span
 */
public record Span(int start, int end) {

  /**
   * Checks the order of the two ends.
   *
   * @throws IllegalArgumentException if {@code start} is negative or greater than {@code end}
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span from " + start + " to " + end);
    }
  }

  /** Number of UTF-16 code units in the span. */
  public int length() {
    return end - start;
  }

  /** Whether {@code other} lies inside this span; a span contains itself. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
