package dev.emerald.core.internal.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The .gitignore files that hold for a folder: its own and those of the folders around it, as git's
 * gitignore documentation defines them. Files above the root are not read.
 */
final class IgnoreRules {

  private final @Nullable IgnoreRules outer;
  private final List<PathRule> rules;
  private final int from;
  private final MatchBudget budget;

  private IgnoreRules(
      @Nullable IgnoreRules outer, List<PathRule> rules, int from, MatchBudget budget) {
    this.outer = outer;
    this.rules = rules;
    this.from = from;
    this.budget = budget;
  }

  /**
   * No rules at all.
   *
   * @param budget pays for these rules and all that are added; once it is spent, nothing is ignored
   */
  static IgnoreRules none(MatchBudget budget) {
    return new IgnoreRules(null, List.of(), 0, budget);
  }

  /**
   * These rules and those of a .gitignore file in a folder further in.
   *
   * @param folder path of the folder the file lies in
   * @param text the file's text
   */
  IgnoreRules with(String folder, String text) {
    List<PathRule> read = parse(text);
    return read.isEmpty()
        ? this
        : new IgnoreRules(this, read, folder.isEmpty() ? 0 : folder.length() + 1, budget);
  }

  /**
   * Whether git would leave out a path none of whose folders is left out.
   *
   * @param path relative to the root
   * @param folder whether it is one
   */
  boolean ignores(String path, boolean folder) {
    for (IgnoreRules inner = this; inner != null; inner = inner.outer) {
      Verdict verdict = verdict(inner.rules, path, inner.from, folder, budget);
      if (verdict != Verdict.SILENT) {
        return verdict == Verdict.MATCHED;
      }
    }
    return false;
  }

  static Verdict verdict(
      List<PathRule> rules, String path, int from, boolean folder, MatchBudget budget) {
    for (int i = rules.size() - 1; i >= 0 && !budget.exhausted(); i--) {
      PathRule rule = rules.get(i);
      if (rule.matches(path, from, folder, budget)) {
        return rule.negated() ? Verdict.NEGATED : Verdict.MATCHED;
      }
    }
    return Verdict.SILENT;
  }

  private static List<PathRule> parse(String text) {
    List<PathRule> rules = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      String line = withoutEnd(text, start, end);
      start = end + 1;
      if (line.startsWith("#")) {
        continue;
      }
      PathRule rule = PathRule.of(line);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return List.copyOf(rules);
  }

  /** A line without its CR and the spaces at its end, save those behind a backslash. */
  private static String withoutEnd(String text, int start, int lineEnd) {
    int end = lineEnd;
    if (end > start && end < text.length() && text.charAt(end - 1) == '\r') {
      end--;
    }
    int kept = start;
    for (int i = start; i < end; i++) {
      char unit = text.charAt(i);
      if (unit == '\\' && i + 1 < end) {
        i++;
        kept = i + 1;
      } else if (unit != ' ') {
        kept = i + 1;
      }
    }
    return text.substring(start, kept);
  }
}
