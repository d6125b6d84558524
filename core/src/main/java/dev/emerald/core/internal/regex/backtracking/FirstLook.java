package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.spi.regex.CharacterClass;
import dev.emerald.spi.regex.Disjunction;
import dev.emerald.spi.regex.LookaroundAssertion;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexPattern;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a pattern by looking over its tree. */
final class FirstLook {

  /** More nodes than that are not looked at more closely. */
  private static final int MOST_NODES = 60_000;

  /** Deeper groups are not looked at more closely: what follows recurses. */
  private static final int MOST_DEPTH = 120;

  /** Up to here a bound is small enough for every text. */
  private static final int SMALL = 64;

  /** Up to here the ways to match, from one place on, are few. */
  private static final double MOST_WAYS = 4_096;

  private FirstLook() {}

  /**
   * Whether nothing in a pattern is repeated often.
   *
   * @throws NotDecidable if something is, and the pattern is too large to be searched
   */
  static boolean isLinear(RegexPattern pattern) {
    boolean repeats = false;
    boolean bounded = true;
    int nodes = 0;
    for (RegexNode node : pattern.tree().orElseThrow().preorder()) {
      nodes++;
      if (node instanceof Quantifier quantifier && quantifier.max() > 1) {
        repeats = true;
        bounded &= quantifier.max() <= SMALL;
      }
    }
    boolean small = !repeats || bounded && fewWays(pattern.tree().orElseThrow());
    if (!small && nodes > MOST_NODES) {
      throw NotDecidable.limit("parts");
    }
    if (!small && isDeep(pattern)) {
      throw NotDecidable.limit("groups in one another");
    }
    return small;
  }

  /** Whether the ways to match, from one place on, are few for every text. */
  private static boolean fewWays(RegexNode tree) {
    List<RegexNode> nodes = new ArrayList<>();
    tree.preorder().forEach(nodes::add);
    double[] ways = new double[nodes.size()];
    int top = 0;
    // Backwards, the children of a node come before it: what is on top are theirs.
    for (int i = nodes.size() - 1; i >= 0; i--) {
      RegexNode node = nodes.get(i);
      boolean adds = node instanceof Disjunction;
      double all = adds && node.childCount() > 0 ? 0 : 1;
      for (int child = 0; child < node.childCount(); child++) {
        double one = ways[--top];
        all = adds ? all + one : all * one;
      }
      if (node instanceof Quantifier quantifier) {
        all = repeated(all, quantifier);
      }
      if (all > MOST_WAYS) {
        return false;
      }
      ways[top++] = all;
    }
    return true;
  }

  private static double repeated(double ways, Quantifier quantifier) {
    double sum = 0;
    for (int times = quantifier.min(); times <= quantifier.max(); times++) {
      sum += Math.pow(ways, times);
    }
    return sum;
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
