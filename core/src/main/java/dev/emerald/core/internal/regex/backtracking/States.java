package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.core.internal.regex.backtracking.Fragment.Ends;
import dev.emerald.core.internal.regex.characters.CodePointSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** The states and edges of an {@link Automaton} that is being written. */
final class States {

  /** The state before all characters. */
  static final int START = 0;

  /** The kind of a state whose characters were not told apart by kind. */
  static final int ANY_KIND = 0;

  /** The kind of a state that takes in word characters alone. */
  static final int WORD = 1;

  /** The kind of a state that takes in line terminators alone; what has kind 3 is neither. */
  static final int LINE_TERMINATOR = 2;

  static final int TEXT_START = 1;
  static final int TEXT_END = 2;
  static final int LINE_START = 4;
  static final int LINE_END = 8;
  static final int BOUNDARY = 16;
  static final int NO_BOUNDARY = 32;

  /** A condition that only the text can tell; taken to hold, but not to end a match. */
  static final int UNKNOWN = 64;

  private static final int REPEATS_BOUNDED = 4;

  private static final int AFTER = TEXT_END | LINE_END | BOUNDARY | NO_BOUNDARY | UNKNOWN;

  private final List<CodePointSet> sets = new ArrayList<>();
  private final List<Integer> kinds = new ArrayList<>();
  private final Collection<CodePointSet> distinct = new LinkedHashSet<>();
  private int restarts;

  /** Edges: from, to, whether it repeats with a bound, and ways in the lowest bits. */
  private long[] edges = new long[256];

  private int edgeCount;
  private boolean anyBounded;
  private long work;

  States() {
    sets.add(CodePointSet.EMPTY);
    kinds.add(3);
    distinct.add(CodePointSet.EMPTY);
  }

  int count() {
    return sets.size();
  }

  int add(CodePointSet set, int kind) {
    if (sets.size() >= Automaton.MOST_STATES) {
      throw NotDecidable.limit("parts");
    }
    sets.add(set);
    kinds.add(kind);
    distinct.add(set);
    return sets.size() - 1;
  }

  /** Says that all states so far, but for the first, stand for the text before a match. */
  void markRestarts() {
    restarts = sets.size();
  }

  /** Adds edges from where a part ends to where the next starts. */
  void connect(Ends last, Ends first) {
    connect(last, first, 0);
  }

  /** As {@link #connect(Ends, Ends)}, from one iteration to the next of a few. */
  void repeatBounded(Ends last, Ends first) {
    connect(last, first, REPEATS_BOUNDED);
  }

  private void connect(Ends last, Ends first, int mark) {
    work += (long) last.count() * first.count();
    if (work > Automaton.MOST_EDGES) {
      throw NotDecidable.limit("ways from one place to the next");
    }
    for (int i = 0; i < last.count(); i++) {
      for (int j = 0; j < first.count(); j++) {
        int conditions = last.conditions(i) | first.conditions(j);
        if (conditions == 0 || holds(conditions, last.state(i), kinds.get(first.state(j)), false)) {
          int ways = Math.min(2, last.ways(i) * first.ways(j));
          connect(last.state(i), first.state(j), mark | ways);
        }
      }
    }
  }

  private void connect(int from, int to, int marked) {
    if (edgeCount == edges.length) {
      edges = Arrays.copyOf(edges, edgeCount << 1);
    }
    edges[edgeCount++] = (long) from << 32 | (long) to << 3 | marked;
    anyBounded |= marked >= REPEATS_BOUNDED;
  }

  /** Whether conditions hold after a state and before a character of a kind or the text's end. */
  private boolean holds(int conditions, int before, int kindAfter, boolean atEnd) {
    int kindBefore = kinds.get(before);
    if ((conditions & TEXT_START) != 0 && before != START
        || (conditions & TEXT_END) != 0 && !atEnd
        || (conditions & LINE_START) != 0 && before != START && kindBefore != LINE_TERMINATOR
        || (conditions & LINE_END) != 0 && !atEnd && kindAfter != LINE_TERMINATOR) {
      return false;
    }
    boolean boundary = (kindBefore == WORD) != (!atEnd && kindAfter == WORD);
    return ((conditions & BOUNDARY) == 0 || boundary)
        && ((conditions & NO_BOUNDARY) == 0 || !boundary);
  }

  Automaton finish(Ends last, boolean approximate, int highest) {
    Alphabet alphabet = Alphabet.of(distinct, highest);
    int n = sets.size();
    long[][] labels = new long[n][];
    boolean[] isRestart = new boolean[n];
    for (int i = 0; i < n; i++) {
      labels[i] = alphabet.symbols(sets.get(i));
      isRestart[i] = i > 0 && i < restarts;
    }
    boolean[] endsAnywhere = new boolean[n];
    boolean[] endsAtEnd = new boolean[n];
    for (int i = 0; i < last.count(); i++) {
      int state = last.state(i);
      int conditions = last.conditions(i);
      endsAnywhere[state] |= (conditions & AFTER) == 0 && holds(conditions, state, 3, true);
      endsAtEnd[state] |= (conditions & UNKNOWN) == 0 && holds(conditions, state, 3, true);
    }
    int[][] next = new int[n][];
    boolean[][] manifold = new boolean[n][];
    int[][] lasting = anyBounded ? new int[n][] : next;
    Arrays.sort(edges, 0, edgeCount);
    int at = 0;
    for (int state = 0; state < n; state++) {
      int from = at;
      while (at < edgeCount && (int) (edges[at] >> 32) == state) {
        at++;
      }
      successors(state, from, at, next, manifold);
      if (anyBounded) {
        lasting[state] = lasting(from, at);
      }
    }
    return new Automaton(
        alphabet, labels, next, lasting, manifold, endsAnywhere, endsAtEnd, isRestart, approximate);
  }

  private void successors(int state, int from, int to, int[][] next, boolean[][] manifold) {
    int[] targets = new int[to - from];
    boolean[] many = new boolean[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      int target = (int) edges[i] >> 3;
      if (count > 0 && targets[count - 1] == target) {
        many[count - 1] = true;
      } else {
        targets[count] = target;
        many[count++] = (edges[i] & 3) > 1;
      }
    }
    next[state] = Arrays.copyOf(targets, count);
    manifold[state] = Arrays.copyOf(many, count);
  }

  /** The successors by edges that are not only there from one iteration to the next of a few. */
  private int[] lasting(int from, int to) {
    int[] targets = new int[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      int target = (int) edges[i] >> 3;
      if ((edges[i] & REPEATS_BOUNDED) == 0 && (count == 0 || targets[count - 1] != target)) {
        targets[count++] = target;
      }
    }
    return Arrays.copyOf(targets, count);
  }
}
