package dev.emerald.core.internal.files;

import java.util.ArrayList;
import java.util.List;

/**
 * Patterns of a configuration, in the style of gitignore with braces: {@code src/**}, {@code
 * !*.spec.ts}, {@code *.{js,ts}}. Immutable.
 *
 * <p>A pattern that matches a folder speaks of all that lies in it; a pattern that speaks of
 * something further in has the last word on that.
 */
public final class PathPatterns {

  /** No patterns: nothing is covered. */
  public static final PathPatterns NONE = new PathPatterns(List.of());

  /** How many patterns the braces of one may stand for. */
  static final int MOST_ALTERNATIVES = 1_000;

  private final List<PathRule> rules;

  private PathPatterns(List<PathRule> rules) {
    this.rules = rules;
  }

  /**
   * Reads patterns.
   *
   * @param patterns relative to the root; the later one has the last word
   * @throws IllegalArgumentException if the braces of one stand for too many patterns; the message
   *     names it
   */
  public static PathPatterns of(List<String> patterns) {
    List<PathRule> rules = new ArrayList<>();
    for (String pattern : patterns) {
      String path = pattern.startsWith("./") ? pattern.substring(1) : pattern;
      for (String plain : expand(path)) {
        PathRule rule = PathRule.of(plain);
        if (rule != null) {
          rules.add(rule);
        }
      }
    }
    return rules.isEmpty() ? NONE : new PathPatterns(List.copyOf(rules));
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * Whether the patterns cover a file.
   *
   * @param path relative to the root
   */
  public boolean coversFile(String path) {
    return covers(path, false);
  }

  /** Whether the patterns cover a folder and, if no other speaks of it, what lies in it. */
  boolean coversFolder(String path) {
    return covers(path, true);
  }

  /** Whether the patterns match a folder itself, whatever they say of those around it. */
  boolean matchesFolder(String path, MatchBudget budget) {
    return IgnoreRules.verdict(rules, path, 0, true, budget) == Verdict.MATCHED;
  }

  private boolean covers(String path, boolean folder) {
    MatchBudget budget = MatchBudget.unlimited();
    String rest = path;
    boolean isFolder = folder;
    while (!rules.isEmpty() && !rest.isEmpty()) {
      Verdict verdict = IgnoreRules.verdict(rules, rest, 0, isFolder, budget);
      if (verdict != Verdict.SILENT) {
        return verdict == Verdict.MATCHED;
      }
      rest = RelativePaths.folderOf(rest);
      isFolder = true;
    }
    return false;
  }

  /** Whether something below a folder may be covered. */
  boolean mayCoverBelow(String folder) {
    return speaksBelow(folder, false);
  }

  /** Whether a negated pattern may take something below a folder out again. */
  boolean mayTakeOutBelow(String folder) {
    return speaksBelow(folder, true);
  }

  private boolean speaksBelow(String folder, boolean negated) {
    boolean inDependencies = FolderNames.inDependencies(folder);
    for (PathRule rule : rules) {
      if (rule.negated() == negated
          && (!inDependencies || rule.inDependencies())
          && rule.mayMatchBelow(folder)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> expand(String pattern) {
    List<String> done = new ArrayList<>();
    List<String> open = new ArrayList<>();
    open.add(pattern);
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      List<String> alternatives = expandFirst(next);
      if (alternatives.isEmpty()) {
        done.add(next);
      }
      for (int i = alternatives.size() - 1; i >= 0; i--) {
        open.add(alternatives.get(i));
      }
      if (done.size() + open.size() > MOST_ALTERNATIVES) {
        throw new IllegalArgumentException(
            "the braces of the pattern '"
                + pattern
                + "' stand for more than "
                + MOST_ALTERNATIVES
                + " patterns");
      }
    }
    return done;
  }

  /** The pattern once for each alternative of its first braces; none if it has no braces. */
  private static List<String> expandFirst(String pattern) {
    for (int open = 0; open < pattern.length(); open++) {
      char unit = pattern.charAt(open);
      if (unit == '\\') {
        open++;
      } else if (unit == '{') {
        List<Integer> cuts = cuts(pattern, open);
        if (cuts.size() > 2) {
          return alternatives(pattern, cuts);
        }
      }
    }
    return List.of();
  }

  /** Offsets of a brace, its commas and its closing brace; fewer than two if it is not closed. */
  private static List<Integer> cuts(String pattern, int open) {
    List<Integer> cuts = new ArrayList<>();
    cuts.add(open);
    int depth = 0;
    for (int i = open + 1; i < pattern.length(); i++) {
      char unit = pattern.charAt(i);
      if (unit == '\\') {
        i++;
      } else if (unit == '{') {
        depth++;
      } else if (unit == ',' && depth == 0) {
        cuts.add(i);
      } else if (unit == '}' && depth-- == 0) {
        cuts.add(i);
        return cuts;
      }
    }
    return List.of();
  }

  private static List<String> alternatives(String pattern, List<Integer> cuts) {
    String head = pattern.substring(0, cuts.get(0));
    String tail = pattern.substring(cuts.get(cuts.size() - 1) + 1);
    List<String> alternatives = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      alternatives.add(head + pattern.substring(cuts.get(i - 1) + 1, cuts.get(i)) + tail);
    }
    return alternatives;
  }
}
