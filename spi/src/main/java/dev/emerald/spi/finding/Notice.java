package dev.emerald.spi.finding;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A remark on the analysis itself: what could not be looked at, and why. Immutable, equal by value.
 *
 * <p>The natural order is by path (none first), line, kind, message.
 */
public final class Notice implements Comparable<Notice> {

  private static final Comparator<Notice> ORDER =
      Comparator.comparing((Notice notice) -> notice.path == null ? "" : notice.path)
          .thenComparingInt(notice -> notice.line)
          .thenComparing(Notice::kind)
          .thenComparing(Notice::message);

  private final NoticeKind kind;
  private final String message;
  private final @Nullable String path;
  private final int line;

  private Notice(NoticeKind kind, String message, @Nullable String path, int line) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.message = Objects.requireNonNull(message, "message");
    this.path = path;
    this.line = line;
  }

  /** A notice on the run as a whole. */
  public static Notice of(NoticeKind kind, String message) {
    return new Notice(kind, message, null, 0);
  }

  /**
   * A notice on a file.
   *
   * @param path relative to the root of the analysed project, {@code /} between the segments
   */
  public static Notice of(NoticeKind kind, String message, String path) {
    return new Notice(kind, message, Objects.requireNonNull(path, "path"), 0);
  }

  /**
   * A notice on a line of a file.
   *
   * @param path relative to the root of the analysed project, {@code /} between the segments
   * @param line from 1
   */
  public static Notice of(NoticeKind kind, String message, String path, int line) {
    return new Notice(kind, message, Objects.requireNonNull(path, "path"), line);
  }

  /** What it is about. */
  public NoticeKind kind() {
    return kind;
  }

  /** What happened, with the value and the remedy; one sentence without a full stop at the end. */
  public String message() {
    return message;
  }

  /** The file, relative to the root of the analysed project; empty for the run as a whole. */
  public Optional<String> path() {
    return Optional.ofNullable(path);
  }

  /** The line, from 1; empty for the file as a whole. */
  public OptionalInt line() {
    return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /** Whether something was not looked at, so that the report is not complete. */
  public boolean gap() {
    return kind.gap();
  }

  @Override
  public int compareTo(Notice other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Notice notice
        && kind == notice.kind
        && message.equals(notice.message)
        && Objects.equals(path, notice.path)
        && line == notice.line;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, message, path, line);
  }

  /** {@code path:line KIND message}. */
  @Override
  public String toString() {
    String place = path == null ? "" : line == 0 ? path + " " : path + ":" + line + " ";
    return place + kind + " " + message;
  }
}
