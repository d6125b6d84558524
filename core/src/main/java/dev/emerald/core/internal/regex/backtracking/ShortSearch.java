package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.RegexPattern;
import org.jspecify.annotations.Nullable;

/** Searches short texts that are known, as the expression itself would. For use by one thread. */
public final class ShortSearch {

  private static final int MOST_STEPS = 20_000;

  /** What came of it. */
  public enum Outcome {
    FOUND,
    NOT_FOUND,
    /** The expression has no known meaning, or it takes too many steps. */
    UNKNOWN
  }

  private final @Nullable StepMatcher matcher;

  /** A search for what a pattern matches; to be kept, as making it is most of the work. */
  public ShortSearch(RegexPattern pattern) {
    this.matcher = matcher(pattern);
  }

  private static @Nullable StepMatcher matcher(RegexPattern pattern) {
    Pattern tree = pattern.tree().orElse(null);
    if (tree == null) {
      return null;
    }
    try {
      CharacterSets characters = new CharacterSets(pattern.flags().unicodeMode());
      return new StepMatcher(ProgramWriter.write(pattern, tree, characters));
    } catch (NotDecidable limit) {
      return null;
    }
  }

  /** Whether the pattern matches somewhere in a text. */
  public Outcome in(String text) {
    if (matcher == null) {
      return Outcome.UNKNOWN;
    }
    try {
      return matcher.finds(text, MOST_STEPS)
          ? Outcome.FOUND
          : matcher.count(text, false, MOST_STEPS) < 0 ? Outcome.UNKNOWN : Outcome.NOT_FOUND;
    } catch (NotDecidable limit) {
      return Outcome.UNKNOWN;
    }
  }
}
