package dev.emerald.spi.source;

import java.util.Comparator;

/**
 * A range of a file.
 *
 * @param path the file, relative to the root of the analysed project, with {@code /} between the
 *     segments on every operating system
 * @param span the range as offsets
 * @param start the position of {@code span.start()}
 * @param end the position of {@code span.end()}, that is, just past the range
 */
public record Location(String path, Span span, Position start, Position end)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::path)
          .thenComparingInt(location -> location.span().start())
          .thenComparingInt(location -> location.span().end());

  /** By path (UTF-16 code unit order), then start, then end. */
  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code path:line:column} of the start. */
  @Override
  public String toString() {
    return path + ":" + start;
  }
}
