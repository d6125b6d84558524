package dev.emerald.core.internal.regex.rewrite;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.core.internal.regex.backtracking.BacktrackingAnalysis;
import dev.emerald.core.internal.regex.rewrite.Equivalence.Effort;
import dev.emerald.core.internal.regex.rewrite.Equivalence.Observed;
import dev.emerald.core.internal.regex.rewrite.Simplifications.Edit;
import dev.emerald.spi.regex.Backreference;
import dev.emerald.spi.regex.Backtracking;
import dev.emerald.spi.regex.CapturingGroup;
import dev.emerald.spi.regex.Group;
import dev.emerald.spi.regex.LookaroundAssertion;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a pattern that matches the same as another one and for which no text is slow: by small
 * changes, each of which is proved to leave the pattern the same, until the analysis of
 * backtracking finds nothing any more.
 */
public final class LinearForm {

  /** Longer patterns are left alone: nobody reads what a fix would show. */
  private static final int LONGEST = 300;

  private static final int MOST_STEPS = 3;
  private static final int MOST_PROOFS = 120;
  private static final int MOST_ANALYSES = 12;
  private static final long MOST_EFFORT = 1_000_000;
  private static final int HIGHEST_SCOPE = 6;

  private final boolean every;
  private final Observed observed;
  private final Effort effort = new Effort(MOST_EFFORT);
  private int proofs;
  private int analyses;

  private LinearForm(boolean every, Observed observed) {
    this.every = every;
    this.observed = observed;
  }

  /** What a program sees of the matches of a pattern. */
  public enum Use {
    /** Only whether there is a match. */
    TEST,
    /** Where matches begin and end, too. */
    PLACE,
    /** All that there is. */
    ANYTHING
  }

  /**
   * The text of a pattern that stands for another one.
   *
   * @param every whether the search goes on after a match
   * @return null if none was found
   */
  public static @Nullable String of(RegexPattern pattern, boolean every, Use use) {
    if (pattern.tree().isEmpty() || pattern.source().length() > LONGEST) {
      return null;
    }
    boolean remembers = pattern.flags().global() || pattern.flags().sticky();
    boolean refersBack = hasNode(pattern.tree().get(), Backreference.class);
    Observed observed =
        switch (use) {
          case TEST -> remembers ? Observed.PLACE : Observed.MATCH;
          case PLACE -> Observed.PLACE;
          case ANYTHING -> Observed.CAPTURES;
        };
    return new LinearForm(every, refersBack ? Observed.CAPTURES : observed).search(pattern);
  }

  private record State(RegexPattern pattern, int steps) {}

  private @Nullable String search(RegexPattern pattern) {
    ArrayDeque<State> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    seen.add(pattern.source());
    open.add(new State(pattern, 0));
    while (!open.isEmpty()) {
      State state = open.remove();
      for (Edit edit : Simplifications.of(state.pattern)) {
        String source = edit.applyTo(state.pattern.source());
        if (!seen.add(source)) {
          continue;
        }
        RegexPattern changed = RegexParser.parse(source, pattern.flags().toString());
        if (changed.tree().isEmpty() || !isSame(state.pattern, edit, changed)) {
          continue;
        }
        if (isLinear(changed)) {
          return source;
        }
        if (state.steps + 1 < MOST_STEPS) {
          open.add(new State(changed, state.steps + 1));
        }
        if (proofs >= MOST_PROOFS || analyses >= MOST_ANALYSES || effort.exhausted()) {
          return null;
        }
      }
    }
    return null;
  }

  private boolean isLinear(RegexPattern pattern) {
    analyses++;
    return BacktrackingAnalysis.analyze(pattern, every).growth() == Backtracking.Growth.LINEAR;
  }

  private boolean isSame(RegexPattern pattern, Edit edit, RegexPattern changed) {
    if (proofs >= MOST_PROOFS || effort.exhausted()) {
      return false;
    }
    proofs++;
    return Equivalence.ofPatterns(pattern, changed, observed, effort)
        || isSameInside(pattern, edit, changed);
  }

  /** Looks at the part that changes, and at what contains it, for a part that stays the same. */
  private boolean isSameInside(RegexPattern pattern, Edit edit, RegexPattern changed) {
    if (switchesFlags(pattern)) {
      return false;
    }
    boolean refersBack = hasNode(pattern.tree().orElseThrow(), Backreference.class);
    int longer = edit.text().length() - (edit.end() - edit.start());
    List<RegexNode> around = around(pattern.tree().orElseThrow(), edit);
    int tried = 0;
    for (int i = around.size() - 1; i > 0 && tried < HIGHEST_SCOPE; i--) {
      RegexNode scope = around.get(i);
      if (refersBack && hasNode(scope, CapturingGroup.class)) {
        // What follows may depend on what was captured, not on where the part ends alone.
        return false;
      }
      RegexNode twin = nodeAt(changed.tree().orElseThrow(), scope, longer);
      if (twin != null) {
        tried++;
        if (Equivalence.ofParts(pattern, scope, changed, twin, observed, effort)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The nodes that contain a change, the whole pattern first; none within a look behind. */
  private static List<RegexNode> around(Pattern tree, Edit edit) {
    List<RegexNode> around = new ArrayList<>();
    RegexNode at = tree;
    while (at != null) {
      if (at instanceof LookaroundAssertion look
          && look.direction() == LookaroundAssertion.Direction.BEHIND) {
        return List.of();
      }
      around.add(at);
      RegexNode inner = null;
      for (int i = 0; i < at.childCount() && inner == null; i++) {
        RegexNode child = at.child(i);
        inner = child.start() <= edit.start() && edit.end() <= child.end() ? child : null;
      }
      at = inner;
    }
    return around;
  }

  /** The node of the changed pattern that stands where a node stood. */
  private static @Nullable RegexNode nodeAt(Pattern tree, RegexNode scope, int longer) {
    for (RegexNode node : tree.preorder()) {
      if (node.start() == scope.start()
          && node.end() == scope.end() + longer
          && node.kind() == scope.kind()) {
        return node;
      }
    }
    return null;
  }

  private static boolean switchesFlags(RegexPattern pattern) {
    for (RegexNode node : pattern.tree().orElseThrow().preorder()) {
      if (node instanceof Group group
          && !(group.addedFlags().isEmpty() && group.removedFlags().isEmpty())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNode(RegexNode root, Class<? extends RegexNode> type) {
    for (RegexNode node : root.preorder()) {
      if (type.isInstance(node)) {
        return true;
      }
    }
    return false;
  }
}
