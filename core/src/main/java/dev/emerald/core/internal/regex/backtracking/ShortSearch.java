package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.RegexPattern;

/** Searches a short text that is known, as the expression itself would. */
public final class ShortSearch {

  private static final int MOST_STEPS = 20_000;

  /** What came of it. */
  public enum Outcome {
    FOUND,
    NOT_FOUND,
    /** The expression has no known meaning, or it takes too many steps. */
    UNKNOWN
  }

  private ShortSearch() {}

  /** Whether a pattern matches somewhere in a text. */
  public static Outcome of(RegexPattern pattern, String text) {
    Pattern tree = pattern.tree().orElse(null);
    if (tree == null) {
      return Outcome.UNKNOWN;
    }
    try {
      CharacterSets characters = new CharacterSets(pattern.flags().unicodeMode());
      StepMatcher matcher = new StepMatcher(ProgramWriter.write(pattern, tree, characters));
      return matcher.finds(text, MOST_STEPS)
          ? Outcome.FOUND
          : matcher.count(text, false, MOST_STEPS) < 0 ? Outcome.UNKNOWN : Outcome.NOT_FOUND;
    } catch (NotDecidable limit) {
      return Outcome.UNKNOWN;
    }
  }
}
