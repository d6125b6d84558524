package dev.emerald.core.internal.regex.backtracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for words that lead from a state back to it in two ways (EDA): repeated n times they can be
 * matched in at least 2ⁿ ways.
 *
 * <p>Two runs that part in a component and meet again in it do so: from where they meet, a way
 * leads back to where they have parted. Searched are the pairs of different states that two runs
 * can be in at the same time.
 */
final class ExponentialSearch {

  private static final int MOST_OF_A_COMPONENT = 3;
  private static final int MOST_PAIRS = 1 << 20;

  private final Automaton automaton;
  private final Components components;
  private final Work work;
  private final List<Candidate> found = new ArrayList<>();

  private ExponentialSearch(Automaton automaton, Components components, Work work) {
    this.automaton = automaton;
    this.components = components;
    this.work = work;
  }

  static List<Candidate> search(Automaton automaton, Components components, Work work) {
    ExponentialSearch search = new ExponentialSearch(automaton, components, work);
    int[][] members = members(components);
    for (int[] component : members) {
      search.parallelEdges(component);
      if (component.length > 1) {
        search.pairs(component);
      }
    }
    return search.found;
  }

  /** The states of each component. */
  static int[][] members(Components components) {
    int[][] members = new int[components.count()][];
    int[] filled = new int[components.count()];
    for (int i = 0; i < members.length; i++) {
      members[i] = new int[components.sizes[i]];
    }
    for (int state = 0; state < components.of.length; state++) {
      int component = components.of[state];
      if (component >= 0) {
        members[component][filled[component]++] = state;
      }
    }
    return members;
  }

  private void parallelEdges(int[] component) {
    int count = 0;
    for (int state : component) {
      int[] next = automaton.next[state];
      for (int i = 0; i < next.length && count < MOST_OF_A_COMPONENT; i++) {
        if (automaton.manifold[state][i] && components.of[next[i]] == components.of[state]) {
          add(state, next[i], new int[][] {{next[i]}});
          count++;
        }
      }
    }
  }

  private void pairs(int[] component) {
    int n = component.length;
    if ((long) n * n > MOST_PAIRS) {
      work.take(Long.MAX_VALUE);
      return;
    }
    int[] local = new int[automaton.size];
    Arrays.fill(local, -1);
    for (int i = 0; i < n; i++) {
      local[component[i]] = i;
    }
    // What a pair was reached from: a pair, or -2 - state for a state where two runs have parted.
    int[] parent = new int[n * n];
    Arrays.fill(parent, -1);
    int[] open = new int[n * n];
    int tail = 0;
    for (int i = 0; i < n; i++) {
      tail = follow(component, local, i, i, -2 - i, parent, open, tail);
    }
    int count = 0;
    for (int head = 0; head < tail && count < MOST_OF_A_COMPONENT; head++) {
      int one = open[head] / n;
      int other = open[head] % n;
      for (int following : automaton.next[component[one]]) {
        if (local[following] >= 0
            && count < MOST_OF_A_COMPONENT
            && automaton.hasEdge(component[other], following)) {
          close(component, parent, open[head], following);
          count++;
          break;
        }
      }
      tail = follow(component, local, one, other, open[head], parent, open, tail);
      if (work.exhausted()) {
        return;
      }
    }
  }

  /** Adds the pairs of different states that come after a pair. */
  private int follow(
      int[] component,
      int[] local,
      int one,
      int other,
      int from,
      int[] parent,
      int[] open,
      int tail) {
    int n = component.length;
    int[] nextOfOne = automaton.next[component[one]];
    int[] nextOfOther = automaton.next[component[other]];
    int end = tail;
    if (!work.take((long) nextOfOne.length * nextOfOther.length)) {
      return end;
    }
    for (int a : nextOfOne) {
      if (local[a] < 0) {
        continue;
      }
      for (int b : nextOfOther) {
        if (local[b] < 0 || a == b) {
          continue;
        }
        int pair = Math.min(local[a], local[b]) * n + Math.max(local[a], local[b]);
        if (parent[pair] == -1 && automaton.overlap(a, b)) {
          parent[pair] = from;
          open[end++] = pair;
        }
      }
    }
    return end;
  }

  /** Two runs have parted, come to a pair, and meet in a state. */
  private void close(int[] component, int[] parent, int pair, int meeting) {
    int n = component.length;
    int length = 1;
    int at = pair;
    while (at >= 0) {
      length++;
      at = parent[at];
    }
    int start = component[-2 - at];
    int[][] states = new int[length][];
    states[--length] = new int[] {meeting};
    for (at = pair; at >= 0; at = parent[at]) {
      states[--length] = new int[] {component[at / n], component[at % n]};
    }
    add(start, meeting, states);
  }

  /**
   * Adds the words that lead two runs through states: of the nicest characters, and of those that
   * the fewest places take in, after which a match more often fails.
   */
  private void add(int start, int end, int[][] states) {
    int[] nice = new int[states.length];
    int[] rare = new int[states.length];
    for (int i = 0; i < states.length; i++) {
      nice[i] = automaton.symbol(states[i]);
      rare[i] = automaton.rarest(states[i]);
    }
    add(start, end, nice);
    if (!Arrays.equals(nice, rare)) {
      add(start, end, rare);
    }
  }

  private void add(int start, int end, int[] word) {
    int[] back = start == end ? new int[0] : automaton.word(end, start, components.of);
    if (back == null) {
      return;
    }
    int[] pump = Arrays.copyOf(word, word.length + back.length);
    System.arraycopy(back, 0, pump, word.length, back.length);
    int[] prefix = automaton.word(States.START, start, null, pump);
    found.add(new Candidate(Candidate.EXPONENTIAL, prefix, pump));
  }
}
