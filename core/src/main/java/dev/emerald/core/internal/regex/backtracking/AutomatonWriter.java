package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.backtracking.Fragment.Ends;
import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.core.internal.regex.characters.CodePointSet;
import dev.emerald.spi.regex.Alternative;
import dev.emerald.spi.regex.Backreference;
import dev.emerald.spi.regex.CapturingGroup;
import dev.emerald.spi.regex.Disjunction;
import dev.emerald.spi.regex.EdgeAssertion;
import dev.emerald.spi.regex.Group;
import dev.emerald.spi.regex.LookaroundAssertion;
import dev.emerald.spi.regex.Pattern;
import dev.emerald.spi.regex.Quantifier;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexNodeKind;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.regex.WordBoundaryAssertion;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the {@link Automaton} of a pattern by Glushkov's construction, with counts.
 *
 * <p>Bounded repetitions are written out where they are small, else taken as unbounded; their edges
 * are told apart where the bound is too small to matter for long texts. The body of a look-ahead
 * becomes a way that leads nowhere: it costs what it costs, and what follows goes on from the place
 * before. A back-reference becomes a loop over the characters of its group. Whatever this lets
 * through is settled by replaying the witness.
 *
 * <p>Recursion is bounded by the parser's limit on depth.
 */
final class AutomatonWriter {

  /** How many states the copies of one repeated element may come to. */
  private static final int MOST_COPIED = 240;

  /** How many states the optional copies of one repeated element may come to. */
  private static final int MOST_OPTIONAL = 16;

  private final RegexPattern pattern;
  private final CharacterSets characters;
  private final boolean writesOut;
  private final boolean splits;
  private final States states = new States();
  private boolean approximate;

  /**
   * From so many iterations on, those that may be empty can be chosen in more ways than can be
   * tried.
   */
  private static final int MANY_EMPTY = 24;

  /** How often the bounded repetitions around the place let it be repeated together. */
  private long iterations = 1;

  private AutomatonWriter(RegexPattern pattern, CharacterSets characters, boolean writesOut) {
    this.pattern = pattern;
    this.characters = characters;
    this.writesOut = writesOut;
    this.splits = asksForNeighbours(pattern);
  }

  /**
   * Writes an automaton.
   *
   * @throws NotDecidable if it would be too large
   */
  static Automaton write(RegexPattern pattern, Pattern tree, CharacterSets characters) {
    try {
      return new AutomatonWriter(pattern, characters, true).write(tree);
    } catch (NotDecidable tooLarge) {
      return new AutomatonWriter(pattern, characters, false).write(tree);
    }
  }

  private Automaton write(Pattern tree) {
    Ends restart = Ends.NONE;
    if (!pattern.flags().sticky()) {
      Fragment any = characters(characters.all());
      states.markRestarts();
      states.connect(any.last(), any.first());
      states.connect(Ends.of(States.START), any.first());
      restart = any.last();
    }
    Fragment whole = disjunction(tree, Modes.of(pattern.flags()));
    states.connect(Ends.of(States.START), whole.first());
    states.connect(restart, whole.first());
    int highest = pattern.flags().unicodeMode() ? Character.MAX_CODE_POINT : Character.MAX_VALUE;
    return states.finish(whole.last(), approximate, highest);
  }

  /** Whether there are assertions that ask for the kind of the characters around a place. */
  private static boolean asksForNeighbours(RegexPattern pattern) {
    boolean multiline = pattern.source().contains("(?") || pattern.flags().multiline();
    for (RegexNode node : pattern.tree().orElseThrow().preorder()) {
      if (node.kind() == RegexNodeKind.WORD_BOUNDARY_ASSERTION
          || multiline && node.kind() == RegexNodeKind.EDGE_ASSERTION) {
        return true;
      }
    }
    return false;
  }

  private Fragment disjunction(Disjunction node, Modes modes) {
    Fragment result = null;
    for (Alternative alternative : node.alternatives()) {
      Fragment one = alternative(alternative, modes);
      result = result == null ? one : result.or(one);
    }
    return result == null ? Fragment.EMPTY : result;
  }

  private Fragment alternative(Alternative node, Modes modes) {
    Fragment result = Fragment.EMPTY;
    for (int i = 0; i < node.childCount(); i++) {
      result = sequence(result, element(node.child(i), modes));
    }
    return result;
  }

  private Fragment sequence(Fragment one, Fragment two) {
    states.connect(one.last(), two.first());
    return one.then(two);
  }

  private Fragment element(RegexNode node, Modes modes) {
    return switch (node.kind()) {
      case QUANTIFIER -> quantifier((Quantifier) node, modes);
      case GROUP -> disjunction((Group) node, modes.in((Group) node));
      case CAPTURING_GROUP -> disjunction((CapturingGroup) node, modes);
      case LOOKAROUND_ASSERTION -> lookaround((LookaroundAssertion) node, modes);
      case EDGE_ASSERTION -> {
        boolean start = ((EdgeAssertion) node).edge() == EdgeAssertion.Edge.START;
        int text = start ? States.TEXT_START : States.TEXT_END;
        int line = start ? States.LINE_START : States.LINE_END;
        yield Fragment.EMPTY.under(modes.multiline() ? line : text);
      }
      case WORD_BOUNDARY_ASSERTION ->
          Fragment.EMPTY.under(
              ((WordBoundaryAssertion) node).negated() ? States.NO_BOUNDARY : States.BOUNDARY);
      case BACKREFERENCE -> backreference((Backreference) node, modes);
      default -> characters(setOf(node, modes));
    };
  }

  private CodePointSet setOf(RegexNode node, Modes modes) {
    CodePointSet set = characters.of(node, modes.ignoreCase(), modes.dotAll());
    if (set == null) {
      throw NotDecidable.unknownCharacters();
    }
    return set;
  }

  /** One character of a set: a state, or one for each kind of its members. */
  private Fragment characters(CodePointSet set) {
    if (!splits) {
      return Fragment.of(states.add(set, States.ANY_KIND));
    }
    Fragment result = null;
    CodePointSet others =
        CharacterSets.WORD.union(CharacterSets.LINE_TERMINATORS).complement(0x10FFFF);
    CodePointSet[] kinds = {CharacterSets.WORD, CharacterSets.LINE_TERMINATORS, others};
    for (int i = 0; i < kinds.length; i++) {
      CodePointSet part = set.intersection(kinds[i]);
      if (!part.isEmpty()) {
        Fragment one = Fragment.of(states.add(part, States.WORD + i));
        result = result == null ? one : result.or(one);
      }
    }
    return result == null ? Fragment.of(states.add(set, States.WORD)) : result;
  }

  private Fragment quantifier(Quantifier node, Modes modes) {
    RegexNode body = node.element();
    int max = node.max();
    if (max == 0) {
      return Fragment.EMPTY;
    }
    if (body instanceof LookaroundAssertion) {
      return element(body, modes);
    }
    long outer = iterations;
    boolean unbounded = max == Quantifier.UNBOUNDED;
    iterations = unbounded ? Automaton.MANY : Math.min(Automaton.MANY, iterations * max);
    Fragment result = quantified(node, body, modes);
    iterations = outer;
    return result;
  }

  private Fragment quantified(Quantifier node, RegexNode body, Modes modes) {
    int min = node.min();
    int max = node.max();
    Fragment result = Fragment.EMPTY;
    int before = states.count();
    Fragment one = element(body, modes);
    int weight = Math.max(1, states.count() - before);
    boolean unbounded = max == Quantifier.UNBOUNDED;
    if (!writesOut && min <= 1 && max == 1) {
      return min == 0 ? one.optional() : one;
    }
    if (unbounded && min <= 1) {
      return repeated(one, min);
    }
    if (min > 1 && one.empty().count() > 0 && iterations >= MANY_EMPTY) {
      return sometimesEmpty(one);
    }
    int mandatory = writesOut ? Math.min(min, Math.max(1, MOST_COPIED / weight)) : 0;
    approximate |= mandatory < min;
    boolean used = false;
    for (int i = 0; i < mandatory; i++) {
      result = sequence(result, used ? element(body, modes) : one);
      used = true;
    }
    long optional = unbounded ? Long.MAX_VALUE : (long) max - min;
    if (optional == 0 && mandatory == min) {
      return result;
    }
    if (writesOut && mandatory == min && optional <= Math.max(1, MOST_OPTIONAL / weight)) {
      Fragment rest = Fragment.EMPTY;
      for (int i = 0; i < optional; i++) {
        rest = sequence(used ? element(body, modes) : one, rest).optional();
        used = true;
      }
      return sequence(result, rest);
    }
    Fragment loop = repeated(used ? element(body, modes) : one, mandatory == 0 && min > 0 ? 1 : 0);
    return sequence(result, loop);
  }

  /**
   * A part that has to be repeated so often that some iterations take in nothing, which is allowed
   * for those that have to be: a text can be shared out among them in many ways, as if there were
   * two ways from each iteration to the next.
   */
  private Fragment sometimesEmpty(Fragment body) {
    Fragment loop = repeated(body, 1);
    return repeated(loop, 1);
  }

  private Fragment repeated(Fragment body, int min) {
    if (iterations < Automaton.MANY) {
      states.repeatBounded(body.last(), body.first());
    } else {
      states.connect(body.last(), body.first());
    }
    return min == 0 ? body.optional() : body.atLeastOnce();
  }

  private Fragment lookaround(LookaroundAssertion node, Modes modes) {
    approximate = true;
    if (node.direction() == LookaroundAssertion.Direction.BEHIND) {
      return Fragment.EMPTY.under(States.UNKNOWN);
    }
    return disjunction(node, modes).aside();
  }

  private Fragment backreference(Backreference node, Modes modes) {
    approximate = true;
    CodePointSet set = CodePointSet.EMPTY;
    boolean single = true;
    for (int number : node.groupNumbers()) {
      CapturingGroup group = pattern.groups().get(number - 1);
      for (Alternative alternative : group.alternatives()) {
        single &= alternative.childCount() <= 1;
      }
      for (RegexNode inner : group.preorder()) {
        switch (inner.kind()) {
          case QUANTIFIER, GROUP, CAPTURING_GROUP, BACKREFERENCE -> single &= inner == group;
          default -> {}
        }
      }
      set = set.union(charactersOf(group, modes));
    }
    if (set.isEmpty()) {
      return Fragment.EMPTY.under(States.UNKNOWN);
    }
    Fragment one = characters(characters.share(set)).lastUnder(States.UNKNOWN);
    if (!single) {
      states.connect(one.last(), one.first());
    }
    return one.or(Fragment.EMPTY.under(States.UNKNOWN));
  }

  private CodePointSet charactersOf(CapturingGroup group, Modes modes) {
    List<RegexNode> open = new ArrayList<>();
    open.add(group);
    CodePointSet set = CodePointSet.EMPTY;
    while (!open.isEmpty()) {
      RegexNode node = open.remove(open.size() - 1);
      switch (node.kind()) {
        case LOOKAROUND_ASSERTION, EDGE_ASSERTION, WORD_BOUNDARY_ASSERTION, BACKREFERENCE -> {}
        case QUANTIFIER, GROUP, CAPTURING_GROUP, ALTERNATIVE -> {
          for (int i = 0; i < node.childCount(); i++) {
            open.add(node.child(i));
          }
        }
        default -> set = set.union(setOf(node, modes));
      }
    }
    return set;
  }
}
