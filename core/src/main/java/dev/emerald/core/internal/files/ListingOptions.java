package dev.emerald.core.internal.files;

import java.util.Objects;

/** What to take in and leave out, and how much to read. Immutable. */
public final class ListingOptions {

  /** How many folders a file may lie in. */
  static final int DEEPEST = 128;

  /** Nothing beyond the defaults. */
  public static final ListingOptions DEFAULT =
      new ListingOptions(
          PathPatterns.NONE, PathPatterns.NONE, 10L << 20, 200L << 20, 200_000, 200_000_000);

  private final PathPatterns include;
  private final PathPatterns exclude;
  private final long largestFile;
  private final long largestNamedFile;
  private final int mostFiles;
  private final long mostMatchSteps;

  private ListingOptions(
      PathPatterns include,
      PathPatterns exclude,
      long largestFile,
      long largestNamedFile,
      int mostFiles,
      long mostMatchSteps) {
    this.include = Objects.requireNonNull(include, "include");
    this.exclude = Objects.requireNonNull(exclude, "exclude");
    this.largestFile = largestFile;
    this.largestNamedFile = largestNamedFile;
    this.mostFiles = mostFiles;
    this.mostMatchSteps = mostMatchSteps;
  }

  /** These options, with what to take in although it would be left out by default. */
  public ListingOptions withInclude(PathPatterns patterns) {
    return new ListingOptions(
        patterns, exclude, largestFile, largestNamedFile, mostFiles, mostMatchSteps);
  }

  /** These options, with what to leave out; has the last word over what is taken in. */
  public ListingOptions withExclude(PathPatterns patterns) {
    return new ListingOptions(
        include, patterns, largestFile, largestNamedFile, mostFiles, mostMatchSteps);
  }

  /**
   * These options with other limits on the size of files.
   *
   * @param file most bytes of a file that was found in a folder; positive
   * @param namedFile most bytes of a file that was named by itself; positive
   */
  public ListingOptions withLargest(long file, long namedFile) {
    return new ListingOptions(include, exclude, file, namedFile, mostFiles, mostMatchSteps);
  }

  /**
   * These options with another limit on the number of sources.
   *
   * @param files positive
   */
  public ListingOptions withMostFiles(int files) {
    return new ListingOptions(
        include, exclude, largestFile, largestNamedFile, files, mostMatchSteps);
  }

  /**
   * These options with another limit on the work that obeying .gitignore files may take.
   *
   * @param steps comparisons of a character of a path with one of a pattern; positive
   */
  public ListingOptions withMostMatchSteps(long steps) {
    return new ListingOptions(include, exclude, largestFile, largestNamedFile, mostFiles, steps);
  }

  PathPatterns include() {
    return include;
  }

  PathPatterns exclude() {
    return exclude;
  }

  long largestFile() {
    return largestFile;
  }

  long largestNamedFile() {
    return largestNamedFile;
  }

  int mostFiles() {
    return mostFiles;
  }

  long mostMatchSteps() {
    return mostMatchSteps;
  }
}
