package dev.emerald.core.internal.regex.rewrite;

import dev.emerald.core.internal.regex.backtracking.Alphabet;
import dev.emerald.core.internal.regex.backtracking.Modes;
import dev.emerald.core.internal.regex.backtracking.NotDecidable;
import dev.emerald.core.internal.regex.characters.CharacterSets;
import dev.emerald.core.internal.regex.characters.CodePointSet;
import dev.emerald.core.internal.regex.rewrite.Threads.Ending;
import dev.emerald.core.internal.regex.rewrite.Threads.Kind;
import dev.emerald.spi.regex.RegexNode;
import dev.emerald.spi.regex.RegexPattern;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves that two patterns match the same: both are followed through all texts at once. There are
 * finitely many pairs of rows of threads, so that ends; where it takes too long nothing is proved.
 *
 * <p>Two patterns are equal if a match from any place of any text is there for both or for neither,
 * and ends, and has captures, at the same places. Two parts of patterns are equal if from any place
 * they reach the same ends in the same order: what follows in a pattern then finds no difference.
 */
final class Equivalence {

  /** How many ways are followed over one character. */
  static final int MOST_OF_A_STEP = 4_000;

  private static final int MOST_PAIRS = 6_000;
  private static final int MOST_TAGS = 64;

  private final boolean all;

  /** Whether ends and captures count, so that each place of a text has to be watched. */
  private final boolean watches;

  private final int tagCount;
  private final Alphabet alphabet;
  private final Threads.Step stepOfOne;
  private final Threads.Step stepOfOther;
  private final Kind[] kinds;
  private final Set<Pair> seen = new HashSet<>();
  private final ArrayDeque<Pair> open = new ArrayDeque<>();
  private final Effort effort;

  /** How much may still be done for some proofs together, and for one of them. */
  static final class Effort {

    private static final long MOST_OF_A_PROOF = 400_000;

    private long left;
    private long leftOfProof;

    Effort(long most) {
      this.left = most;
    }

    void begin() {
      leftOfProof = MOST_OF_A_PROOF;
    }

    boolean exhausted() {
      return left <= 0;
    }

    void spend(long steps) {
      left -= steps;
      leftOfProof -= steps;
      if (left <= 0 || leftOfProof <= 0) {
        throw NotDecidable.limit("ways to go on in two texts");
      }
    }
  }

  /** What a program sees of a match. */
  enum Observed {
    /** Whether there is one. */
    MATCH,
    /** Where it begins and ends. */
    PLACE,
    /** What its groups captured as well. */
    CAPTURES
  }

  /**
   * Two rows of threads after the same text.
   *
   * @param before the kind of the last character
   * @param watched whether the watched place lies behind
   */
  private record Pair(Threads one, Threads other, Kind before, boolean watched) {

    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Pair that
          && before == that.before
          && watched == that.watched
          && one.equals(that.one)
          && other.equals(that.other);
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // a hash within one run
    public int hashCode() {
      return (one.hashCode() * 31 + other.hashCode()) * 8
          + before.ordinal() * 2
          + (watched ? 1 : 0);
    }
  }

  private Equivalence(
      ThreadCode one,
      ThreadCode other,
      CharacterSets characters,
      int highest,
      boolean all,
      Observed observed,
      int groups,
      Effort effort) {
    effort.begin();
    this.effort = effort;
    this.all = all;
    this.watches = all || observed != Observed.MATCH;
    this.tagCount = observed == Observed.CAPTURES ? 2 * groups : 0;
    if (tagCount > MOST_TAGS) {
      throw NotDecidable.limit("groups");
    }
    Set<CodePointSet> sets = new LinkedHashSet<>(one.sets);
    sets.addAll(other.sets);
    CodePointSet word = characters.share(CharacterSets.WORD);
    CodePointSet line = characters.share(CharacterSets.LINE_TERMINATORS);
    sets.add(word);
    sets.add(line);
    this.alphabet = Alphabet.of(sets, highest);
    this.stepOfOne = new Threads.Step(one, symbols(one), all);
    this.stepOfOther = new Threads.Step(other, symbols(other), all);
    this.kinds = new Kind[alphabet.size()];
    for (int i = 0; i < kinds.length; i++) {
      int character = alphabet.character(i);
      kinds[i] =
          word.contains(character) ? Kind.WORD : line.contains(character) ? Kind.LINE : Kind.OTHER;
    }
  }

  private long[][] symbols(ThreadCode code) {
    return code.sets.stream().map(alphabet::symbols).toArray(long[][]::new);
  }

  /** Whether it is certain that two patterns with the same flags match the same. */
  static boolean ofPatterns(
      RegexPattern one, RegexPattern other, Observed observed, Effort effort) {
    if (observed == Observed.CAPTURES && !sameGroups(one, other)) {
      return false;
    }
    RegexNode first = one.tree().orElseThrow();
    RegexNode second = other.tree().orElseThrow();
    return proved(one, other, first, second, false, observed, effort);
  }

  /**
   * Whether it is certain that a part of a pattern can stand for a part of another one with the
   * same flags. Nothing may switch flags around the parts, and nothing may match backwards there.
   */
  static boolean ofParts(
      RegexPattern pattern,
      RegexNode one,
      RegexPattern changed,
      RegexNode other,
      Observed observed,
      Effort effort) {
    if (observed == Observed.CAPTURES && !sameGroups(pattern, changed)) {
      return false;
    }
    return proved(pattern, changed, one, other, true, observed, effort);
  }

  private static boolean sameGroups(RegexPattern one, RegexPattern other) {
    if (one.groupCount() != other.groupCount()) {
      return false;
    }
    for (int i = 0; i < one.groupCount(); i++) {
      if (!Objects.equals(one.groups().get(i).name(), other.groups().get(i).name())) {
        return false;
      }
    }
    return true;
  }

  private static boolean proved(
      RegexPattern pattern,
      RegexPattern changed,
      RegexNode one,
      RegexNode other,
      boolean all,
      Observed observed,
      Effort effort) {
    boolean unicode = pattern.flags().unicodeMode();
    CharacterSets characters = new CharacterSets(unicode);
    Modes modes = Modes.of(pattern.flags());
    try {
      ThreadCode first = ThreadCode.of(one, modes, characters, unicode);
      ThreadCode second = ThreadCode.of(other, modes, characters, unicode);
      int highest = unicode ? Character.MAX_CODE_POINT : Character.MAX_VALUE;
      int groups = Math.max(pattern.groupCount(), changed.groupCount());
      return new Equivalence(first, second, characters, highest, all, observed, groups, effort)
          .holds();
    } catch (NotDecidable limit) {
      return false;
    }
  }

  private boolean holds() {
    for (Kind before : Kind.values()) {
      Threads start = Threads.start(tagCount);
      add(new Pair(start, start, before, false));
    }
    while (!open.isEmpty()) {
      Pair pair = open.remove();
      if (!goesOn(pair, false) || watches && !pair.watched && !goesOn(pair, true)) {
        return false;
      }
    }
    return true;
  }

  private void add(Pair pair) {
    if (seen.add(pair)) {
      if (seen.size() > MOST_PAIRS) {
        throw NotDecidable.limit("places in two texts");
      }
      open.add(pair);
    }
  }

  /** Whether two rows go on in the same way, whatever follows. */
  private boolean goesOn(Pair pair, boolean watched) {
    if (!same(step(pair, watched, -1, Kind.EDGE))) {
      return false;
    }
    boolean ends = pair.one.isEmpty() && pair.other.isEmpty();
    for (int symbol = 0; symbol < kinds.length && !ends; symbol++) {
      Pair next = step(pair, watched, symbol, kinds[symbol]);
      if (all) {
        // Each match is an end that what follows may go on from.
        if (!same(next)) {
          return false;
        }
        next =
            new Pair(
                next.one.withoutEnding(), next.other.withoutEnding(), next.before, next.watched);
      }
      add(next);
    }
    return true;
  }

  private boolean same(Pair pair) {
    Ending first = pair.one.ending();
    Ending second = pair.other.ending();
    if (first == null || second == null) {
      return first == null && second == null;
    }
    return first.equals(second);
  }

  private Pair step(Pair pair, boolean watched, int symbol, Kind after) {
    Threads.Place place = new Threads.Place(pair.before, after, watched);
    Threads nextOfOne = stepOfOne.from(pair.one, place, symbol);
    Threads nextOfOther = stepOfOther.from(pair.other, place, symbol);
    effort.spend(stepOfOne.work() + stepOfOther.work() + 8L);
    return new Pair(nextOfOne, nextOfOther, after, pair.watched || watched);
  }
}
