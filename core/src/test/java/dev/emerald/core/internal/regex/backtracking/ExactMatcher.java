package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.spi.regex.RegexPattern;
import java.util.Arrays;

/** The matcher of this package, for tests of others: where a match and its captures are. */
public final class ExactMatcher {

  private final StepMatcher matcher;
  private final int groups;

  /** For a pattern that is valid. */
  public ExactMatcher(RegexPattern pattern) {
    CharacterSets characters = new CharacterSets(pattern.flags().unicodeMode());
    this.matcher =
        new StepMatcher(ProgramWriter.write(pattern, pattern.tree().orElseThrow(), characters));
    this.groups = pattern.groupCount();
  }

  /** What comes of a search. */
  public enum Outcome {
    /** There is a match. */
    FOUND,
    /** There is none. */
    NONE,
    /** It took too long. */
    GIVEN_UP
  }

  /** Searches a text from its start on. */
  public Outcome search(String text, long mostSteps) {
    if (matcher.finds(text, mostSteps)) {
      return Outcome.FOUND;
    }
    return matcher.gaveUp() ? Outcome.GIVEN_UP : Outcome.NONE;
  }

  /** Start and end of the last match, then of each group; -1 for one that is not set. */
  public int[] places() {
    int[] places = new int[2 + 2 * groups];
    places[0] = matcher.start();
    places[1] = matcher.end();
    for (int i = 0; i < 2 * groups; i += 2) {
      boolean set = matcher.register(i) >= 0 && matcher.register(i + 1) >= 0;
      places[2 + i] = set ? matcher.register(i) : -1;
      places[3 + i] = set ? matcher.register(i + 1) : -1;
    }
    return places;
  }

  /** What a search of a text finds, to be compared. */
  public String found(String text) {
    Outcome outcome = search(text, 20_000);
    return outcome == Outcome.FOUND ? Arrays.toString(places()) : outcome.toString();
  }
}
