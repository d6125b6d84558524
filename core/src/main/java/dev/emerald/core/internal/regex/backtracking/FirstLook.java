package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.spi.regex.CharacterClass;
import dev.emerald.spi.regex.Disjunction;
import dev.emerald.spi.regex.LookaroundAssertion;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexPattern;

/** What can be said of a pattern by looking over its tree. */
final class FirstLook {

  /** More nodes than that are not looked at more closely. */
  private static final int MOST_NODES = 60_000;

  /** Deeper groups are not looked at more closely: what follows recurses. */
  private static final int MOST_DEPTH = 120;

  /** Up to here bounds that multiply are small enough for every text. */
  private static final long SMALL = 64;

  private FirstLook() {}

  /**
   * Whether nothing in a pattern is repeated often.
   *
   * @throws NotDecidable if something is, and the pattern is too large to be searched
   */
  static boolean isLinear(RegexPattern pattern) {
    long repetitions = 1;
    int nodes = 0;
    for (RegexNode node : pattern.tree().orElseThrow().preorder()) {
      nodes++;
      if (node instanceof Quantifier quantifier && quantifier.max() > 1) {
        repetitions = Math.min(SMALL + 1, repetitions * Math.min(SMALL + 1, quantifier.max()));
      }
    }
    boolean small = repetitions <= SMALL;
    if (!small && nodes > MOST_NODES) {
      throw NotDecidable.limit("parts");
    }
    if (!small && isDeep(pattern)) {
      throw NotDecidable.limit("groups in one another");
    }
    return small;
  }

  private static boolean isDeep(RegexPattern pattern) {
    int[] ends = new int[MOST_DEPTH];
    int depth = 0;
    for (RegexNode node : pattern.tree().orElseThrow().preorder()) {
      if (node instanceof Disjunction || node instanceof CharacterClass) {
        while (depth > 0 && ends[depth - 1] <= node.start()) {
          depth--;
        }
        if (depth == MOST_DEPTH) {
          return true;
        }
        ends[depth++] = node.end();
      }
    }
    return false;
  }

  /** Whether a look-behind can take in any number of characters: those are not searched. */
  static boolean looksBehindWithoutBound(RegexNode tree) {
    for (RegexNode node : tree.preorder()) {
      if (node instanceof LookaroundAssertion lookaround
          && lookaround.direction() == LookaroundAssertion.Direction.BEHIND) {
        for (RegexNode inner : lookaround.preorder()) {
          if (inner instanceof Quantifier quantifier && quantifier.max() > SMALL) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
