package dev.emerald.core.internal.files;

import dev.emerald.spi.container.DockerIgnore;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A .dockerignore, as Docker's documentation of build contexts defines it: the patterns are those
 * of .gitignore, but start at the folder of the file; the last one that speaks of a path or of a
 * folder around it counts. Immutable.
 */
final class DockerIgnoreFile implements DockerIgnore {

  private static final String NAME = ".dockerignore";

  /** What one question may cost. */
  private static final long MOST_STEPS = 2_000_000;

  private final SourceText source;
  private final List<PathRule> rules;

  private DockerIgnoreFile(SourceText source, List<PathRule> rules) {
    this.source = source;
    this.rules = List.copyOf(rules);
  }

  /** Whether a file is one by its name. */
  static boolean isNamed(String path) {
    return path.endsWith(NAME);
  }

  static DockerIgnoreFile read(SourceText source) {
    List<PathRule> rules = new ArrayList<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      String pattern = source.lineText(line).strip();
      if (pattern.isEmpty() || pattern.startsWith("#")) {
        continue;
      }
      boolean negated = pattern.startsWith("!");
      PathRule rule =
          PathRule.of((negated ? "!/" : "/") + cleaned(pattern.substring(negated ? 1 : 0)));
      if (rule != null) {
        rules.add(rule);
      }
    }
    return new DockerIgnoreFile(source, rules);
  }

  /** Without blanks, and without the slashes and the dot that say nothing. */
  private static String cleaned(String pattern) {
    String cleaned = pattern.strip();
    while (cleaned.startsWith("/") || cleaned.startsWith("./")) {
      cleaned = cleaned.substring(cleaned.indexOf('/') + 1);
    }
    while (cleaned.endsWith("/")) {
      cleaned = cleaned.substring(0, cleaned.length() - 1);
    }
    return cleaned;
  }

  @Override
  public SourceText source() {
    return source;
  }

  @Override
  public String folder() {
    return RelativePaths.folderOf(path());
  }

  @Override
  public boolean ignores(String path) {
    MatchBudget budget = new MatchBudget(MOST_STEPS);
    boolean ignored = false;
    for (PathRule rule : rules) {
      if (rule.negated() == ignored && speaksOf(rule, path, budget)) {
        ignored = !rule.negated();
      }
    }
    return ignored;
  }

  private static boolean speaksOf(PathRule rule, String path, MatchBudget budget) {
    for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      if (rule.matches(path.substring(0, end), 0, true, budget)) {
        return true;
      }
    }
    return rule.matches(path, 0, false, budget);
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
