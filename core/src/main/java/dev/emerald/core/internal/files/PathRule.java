package dev.emerald.core.internal.files;

import org.jspecify.annotations.Nullable;

/** One line of a .gitignore file, or one pattern in its style. */
final class PathRule {

  private final Glob glob;
  private final boolean negated;
  private final boolean foldersOnly;
  private final boolean nameOnly;
  private final boolean inDependencies;

  private PathRule(
      Glob glob, boolean negated, boolean foldersOnly, boolean nameOnly, boolean inDependencies) {
    this.glob = glob;
    this.negated = negated;
    this.foldersOnly = foldersOnly;
    this.nameOnly = nameOnly;
    this.inDependencies = inDependencies;
  }

  /**
   * Reads a pattern.
   *
   * @param line without line terminator and insignificant spaces
   * @return null if it says nothing
   */
  static @Nullable PathRule of(String line) {
    boolean negated = line.startsWith("!");
    String pattern = negated ? line.substring(1) : line;
    boolean foldersOnly = pattern.endsWith("/");
    if (foldersOnly) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    boolean nameOnly = pattern.indexOf('/') < 0;
    if (pattern.startsWith("/")) {
      pattern = pattern.substring(1);
    }
    if (pattern.isEmpty()) {
      return null;
    }
    return new PathRule(
        Glob.of(pattern), negated, foldersOnly, nameOnly, pattern.contains("node_modules"));
  }

  /** Whether a match takes back what an earlier rule said. */
  boolean negated() {
    return negated;
  }

  /**
   * Whether the rule speaks of a path itself, not only of a folder it lies in.
   *
   * @param path the path
   * @param from offset in {@code path} at which the part below the rule's folder starts
   * @param budget pays for the work
   */
  boolean matches(String path, int from, boolean folder, MatchBudget budget) {
    if (foldersOnly && !folder) {
      return false;
    }
    return nameOnly
        ? glob.matchesName(path, Math.max(from, path.lastIndexOf('/') + 1), budget)
        : glob.matches(path, from, budget);
  }

  /** Whether the rule may speak of something below a folder, or of the folder itself. */
  boolean mayMatchBelow(String folder) {
    return nameOnly || glob.mayMatchBelow(folder);
  }

  /** Whether the rule names node_modules. */
  boolean inDependencies() {
    return inDependencies;
  }
}
