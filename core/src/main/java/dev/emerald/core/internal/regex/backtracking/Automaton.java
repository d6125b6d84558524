package dev.emerald.core.internal.regex.backtracking;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The position automaton of a pattern: a state for each place in it that takes in a character, an
 * edge where one such place can follow another. State 0 is the start; what brings a run into
 * another state is a character of that state's label.
 *
 * <p>The states in {@link #isRestart} stand for the search that tries the pattern at every place of
 * a text: they take in what lies before. Ways that differ and still lead from one state to the next
 * without taking in a character are not lost: the edge is then <em>manifold</em>.
 */
final class Automaton {

  /** How many states there are at most. */
  static final int MOST_STATES = 2_000;

  /** How many edges there are at most. */
  static final int MOST_EDGES = 300_000;

  /**
   * So many iterations are as bad as any number: a bound does not help from there on, and no text
   * that is short enough to be tried goes beyond it.
   */
  static final int MANY = 1_000;

  final Alphabet alphabet;
  final int size;
  final long[][] labels;
  final int[][] next;

  /**
   * {@link #next} without the edges from one iteration to the next of a repetition that has a bound
   * below {@link #MANY}: no run takes those again and again. The same array if there are none.
   */
  final int[][] lasting;

  final boolean[][] manifold;

  /** Where a match can end, whatever follows. */
  final boolean[] endsAnywhere;

  /** Where a match can end at the end of the text. */
  final boolean[] endsAtEnd;

  final boolean[] isRestart;

  /**
   * Whether runs of it may be possible that are none of the pattern, other than by more iterations
   * of a bounded repetition.
   */
  final boolean approximate;

  Automaton(
      Alphabet alphabet,
      long[][] labels,
      int[][] next,
      int[][] lasting,
      boolean[][] manifold,
      boolean[] endsAnywhere,
      boolean[] endsAtEnd,
      boolean[] isRestart,
      boolean approximate) {
    this.alphabet = alphabet;
    this.size = labels.length;
    this.labels = labels;
    this.next = next;
    this.lasting = lasting;
    this.manifold = manifold;
    this.endsAnywhere = endsAnywhere;
    this.endsAtEnd = endsAtEnd;
    this.isRestart = isRestart;
    this.approximate = approximate;
  }

  /** Whether there are repetitions with a bound that counts for long texts. */
  @SuppressWarnings("ReferenceEquality") // one graph where there are none
  boolean hasBounds() {
    return lasting != next;
  }

  /** Whether two states can be entered with the same character. */
  boolean overlap(int state, int other) {
    long[] one = labels[state];
    long[] two = labels[other];
    for (int i = 0; i < one.length; i++) {
      if ((one[i] & two[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether three states can be entered with the same character. */
  boolean overlap(int state, int other, int third) {
    long[] one = labels[state];
    long[] two = labels[other];
    long[] three = labels[third];
    for (int i = 0; i < one.length; i++) {
      if ((one[i] & two[i] & three[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  boolean takes(int state, int symbol) {
    return (labels[state][symbol >> 6] & 1L << symbol) != 0;
  }

  boolean hasEdge(int state, int other) {
    return Arrays.binarySearch(next[state], other) >= 0;
  }

  /** A symbol with which all of some states can be entered, the one with the nicest character. */
  int symbol(int... states) {
    int best = -1;
    for (int i = 0; i < labels[states[0]].length; i++) {
      long shared = -1L;
      for (int state : states) {
        shared &= labels[state][i];
      }
      for (; shared != 0; shared &= shared - 1) {
        int symbol = (i << 6) + Long.numberOfTrailingZeros(shared);
        if (best < 0 || niceness(symbol) < niceness(best)) {
          best = symbol;
        }
      }
    }
    return best;
  }

  /** A symbol with which all of some states can be entered, the one that fewest others take in. */
  int rarest(int... states) {
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < labels[states[0]].length; i++) {
      long shared = -1L;
      for (int state : states) {
        shared &= labels[state][i];
      }
      for (; shared != 0; shared &= shared - 1) {
        int symbol = (i << 6) + Long.numberOfTrailingZeros(shared);
        int takers = 0;
        for (int state = 0; state < size; state++) {
          takers += takes(state, symbol) ? 1 : 0;
        }
        if (takers < least || takers == least && niceness(symbol) < niceness(best)) {
          best = symbol;
          least = takers;
        }
      }
    }
    return best;
  }

  private int niceness(int symbol) {
    int c = alphabet.character(symbol);
    if (c > 32 && c < 127) {
      return Character.isLetterOrDigit(c) ? 0 : 1;
    }
    return c == ' ' ? 2 : c < 127 ? 3 : 4;
  }

  /**
   * A shortest word that leads from one state to another by at least one edge.
   *
   * @param component numbers that may not differ from the start's on the way; null for any way
   */
  int @Nullable [] word(int from, int to, int @Nullable [] component) {
    return word(from, to, component, new int[0]);
  }

  /** As {@link #word(int, int, int[])}, of some preferred symbols as far as possible. */
  int @Nullable [] word(int from, int to, int @Nullable [] component, int[] preferred) {
    int[] parent = new int[size];
    Arrays.fill(parent, -1);
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int following : next[state]) {
        if (component != null && component[following] != component[from]) {
          continue;
        }
        if (following == to) {
          return wordOf(parent, from, state, to, preferred);
        }
        if (parent[following] < 0 && following != from) {
          parent[following] = state;
          open.add(following);
        }
      }
    }
    return null;
  }

  private int[] wordOf(int[] parent, int from, int beforeLast, int last, int[] preferred) {
    int length = 1;
    for (int state = beforeLast; state != from; state = parent[state]) {
      length++;
    }
    int[] word = new int[length];
    word[--length] = symbolOf(last, preferred);
    for (int state = beforeLast; state != from; state = parent[state]) {
      word[--length] = symbolOf(state, preferred);
    }
    return word;
  }

  private int symbolOf(int state, int[] preferred) {
    for (int symbol : preferred) {
      if (takes(state, symbol)) {
        return symbol;
      }
    }
    return symbol(state);
  }

  /** The states that runs from some states can be in after one more symbol. */
  BitSet step(BitSet states, int symbol) {
    return step(next, states, symbol);
  }

  private BitSet step(int[][] edges, BitSet states, int symbol) {
    BitSet reached = new BitSet(size);
    for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
      for (int following : edges[state]) {
        if (takes(following, symbol)) {
          reached.set(following);
        }
      }
    }
    return reached;
  }

  /** The states that runs from some states can be in after a word. */
  BitSet step(BitSet states, int[] word) {
    return step(next, states, word);
  }

  /** The states that runs can be in after a word, by {@link #next} or {@link #lasting} edges. */
  BitSet step(int[][] edges, BitSet states, int[] word) {
    BitSet reached = states;
    for (int symbol : word) {
      reached = step(edges, reached, symbol);
    }
    return reached;
  }
}
