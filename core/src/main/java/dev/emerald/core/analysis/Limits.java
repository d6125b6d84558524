package dev.emerald.core.analysis;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much an analysis may take. Immutable. Whatever a limit stops is told by a notice. All but the
 * deadline count work, not time, so that a project gets the same report on every machine.
 */
public final class Limits {

  /** What is meant where nothing is said. */
  public static final Limits DEFAULT =
      new Limits(10L << 20, 200L << 20, 200_000, 2_000L << 20, 256L << 20, null);

  private final long fileBytes;
  private final long namedFileBytes;
  private final int files;
  private final long totalUnits;
  private final long treeUnits;
  private final @Nullable Duration deadline;

  private Limits(
      long fileBytes,
      long namedFileBytes,
      int files,
      long totalUnits,
      long treeUnits,
      @Nullable Duration deadline) {
    this.fileBytes = fileBytes;
    this.namedFileBytes = namedFileBytes;
    this.files = files;
    this.totalUnits = totalUnits;
    this.treeUnits = treeUnits;
    this.deadline = deadline;
  }

  /**
   * These limits with another size of files.
   *
   * @param found most bytes of a file that was found in a folder; 10 MiB by default
   * @param named most bytes of a file that was given by itself; 200 MiB by default
   * @throws IllegalArgumentException if a number is not positive
   */
  public Limits withFileBytes(long found, long named) {
    return new Limits(positive(found), positive(named), files, totalUnits, treeUnits, deadline);
  }

  /**
   * These limits with another number of source files; 200,000 by default.
   *
   * @throws IllegalArgumentException if the number is not positive
   */
  public Limits withFiles(int most) {
    return new Limits(
        fileBytes, namedFileBytes, (int) positive(most), totalUnits, treeUnits, deadline);
  }

  /**
   * These limits with another size of all sources together, in UTF-16 units; 2,000 Mi by default.
   * Sources beyond it, in the order of their paths, are not looked at.
   *
   * @throws IllegalArgumentException if the number is not positive
   */
  public Limits withTotalUnits(long most) {
    return new Limits(fileBytes, namedFileBytes, files, positive(most), treeUnits, deadline);
  }

  /**
   * These limits with another size of the sources whose trees are kept between reading and
   * checking, in UTF-16 units; 256 Mi by default, less if the heap is small. Sources beyond it are
   * parsed twice. Makes no difference to the report.
   *
   * @param most 0 or more
   * @throws IllegalArgumentException if the number is negative
   */
  public Limits withTreeUnits(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("a limit is 0 or more, not " + most);
    }
    return new Limits(fileBytes, namedFileBytes, files, totalUnits, most, deadline);
  }

  /**
   * These limits with a deadline, from the call of {@code analyze}; none by default. The only limit
   * that makes a report depend on the machine.
   *
   * @throws IllegalArgumentException if the duration is not positive
   */
  public Limits withDeadline(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a deadline is positive, not " + duration);
    }
    return new Limits(fileBytes, namedFileBytes, files, totalUnits, treeUnits, duration);
  }

  /** Most bytes of a file that was found in a folder. */
  public long fileBytes() {
    return fileBytes;
  }

  /** Most bytes of a file that was given by itself. */
  public long namedFileBytes() {
    return namedFileBytes;
  }

  /** Most source files. */
  public int files() {
    return files;
  }

  /** Most UTF-16 units of all sources together. */
  public long totalUnits() {
    return totalUnits;
  }

  /** Most UTF-16 units of the sources whose trees are kept. */
  public long treeUnits() {
    return treeUnits;
  }

  /** How long an analysis may take. */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(deadline);
  }

  private static long positive(long number) {
    if (number <= 0) {
      throw new IllegalArgumentException("a limit is positive, not " + number);
    }
    return number;
  }
}
