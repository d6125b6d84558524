package dev.emerald.core.internal.regex.backtracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words that keep several states, one behind the other, each where it is (IDA): repeated,
 * they can be divided between k such states in about n^(k-1) ways, and the search takes n^k steps.
 * The state that stands for trying every start is one of them.
 */
final class PolynomialSearch {

  private static final int MOST_WORDS = 24;
  private static final int MOST_TRIPLES = 200_000;

  private final Automaton automaton;
  private final Components components;
  private final Work work;
  private final List<Candidate> found = new ArrayList<>();
  private final Set<List<Integer>> tried = new HashSet<>();

  private PolynomialSearch(Automaton automaton, Components components, Work work) {
    this.automaton = automaton;
    this.components = components;
    this.work = work;
  }

  /** The candidates, those of the highest degree first. */
  static List<Candidate> search(Automaton automaton, Components components, Work work) {
    PolynomialSearch search = new PolynomialSearch(automaton, components, work);
    for (int symbol = 0; symbol < automaton.alphabet.size(); symbol++) {
      search.tryWord(new int[] {symbol});
    }
    search.longerWords();
    search.found.sort(
        (one, other) ->
            one.degree() != other.degree()
                ? Integer.compare(other.degree(), one.degree())
                : Integer.compare(one.pump().length, other.pump().length));
    return search.found;
  }

  /** Asks how many states a word keeps where they are, one behind the other. */
  private void tryWord(int[] word) {
    List<Integer> key = new ArrayList<>(word.length);
    for (int symbol : word) {
      key.add(symbol);
    }
    if (!tried.add(key)) {
      return;
    }
    int[][] steps = new int[automaton.size][];
    boolean bounds = automaton.hasBounds();
    int[][] lasting = bounds ? new int[automaton.size][] : steps;
    BitSet from = new BitSet(automaton.size);
    for (int state = 0; state < automaton.size; state++) {
      if (word.length == 1 && !automaton.takes(state, word[0])) {
        continue;
      }
      if (!work.take(automaton.next[state].length + 1L)) {
        return;
      }
      from.clear();
      from.set(state);
      BitSet reached = automaton.step(from, word);
      steps[state] = reached.stream().toArray();
      if (bounds) {
        lasting[state] = automaton.step(automaton.lasting, from, word).stream().toArray();
      }
    }
    chain(word, steps, lasting);
  }

  /**
   * The longest chain of loops in the graph of a word.
   *
   * @param lasting the graph without what a bound ends
   */
  @SuppressWarnings("ReferenceEquality") // one graph where nothing has a bound
  private void chain(int[] word, int[][] steps, int[][] lasting) {
    Components loops = Components.of(steps);
    boolean[] cyclic = cyclic(loops, lasting, lasting == steps ? loops : Components.of(lasting));
    int[] weight = new int[loops.count()];
    int[] longest = new int[loops.count()];
    int[] head = new int[loops.count()];
    Arrays.fill(head, -1);
    int[][] members = ExponentialSearch.members(loops);
    int best = -1;
    // Components are numbered against the edges: what follows one is settled before it.
    for (int c = 0; c < members.length; c++) {
      boolean ends = false;
      for (int state : members[c]) {
        ends |= automaton.endsAnywhere[state];
        for (int target : steps[state]) {
          int other = loops.of[target];
          if (other >= 0 && other != c && longest[other] > longest[c]) {
            longest[c] = longest[other];
            head[c] = head[other];
          }
        }
      }
      // Where a match may end at once, nothing is tried again.
      weight[c] = cyclic[c] && !ends ? 1 : 0;
      longest[c] += weight[c];
      head[c] = weight[c] == 1 ? members[c][0] : head[c];
      if (longest[c] >= 2 && (best < 0 || longest[c] > longest[best])) {
        best = c;
      }
    }
    if (best >= 0) {
      int start = head[best];
      int[] prefix =
          automaton.isRestart[start] ? null : automaton.word(States.START, start, null, word);
      found.add(new Candidate(longest[best], prefix, word));
    }
  }

  /** Which components have a cycle in a part of the graph, whose own components are given too. */
  private static boolean[] cyclic(Components all, int[][] graph, Components parts) {
    boolean[] cyclic = new boolean[all.count()];
    for (int state = 0; state < graph.length; state++) {
      if (graph[state] != null && !cyclic[all.of[state]]) {
        boolean cycle = parts.sizes[parts.of[state]] > 1;
        for (int target : graph[state]) {
          cycle |= target == state;
        }
        cyclic[all.of[state]] = cycle;
      }
    }
    return cyclic;
  }

  private void longerWords() {
    int[][] members = ExponentialSearch.members(components);
    List<Integer> cyclic = new ArrayList<>();
    for (int c = members.length - 1; c >= 0; c--) {
      int state = members[c][0];
      if (members[c].length > 1 || automaton.hasEdge(state, state)) {
        cyclic.add(c);
      }
    }
    int words = 0;
    for (int i = 0; i < cyclic.size(); i++) {
      BitSet reachable = reachable(members[cyclic.get(i)]);
      for (int j = i + 1; j < cyclic.size() && words < MOST_WORDS; j++) {
        int[] second = members[cyclic.get(j)];
        if (reachable.get(second[0]) && !endsAnywhere(second)) {
          int[] word = word(members[cyclic.get(i)], second);
          if (word != null) {
            words++;
            tryWord(word);
          }
        }
      }
    }
  }

  /** A word that keeps a state of each of two components, and leads from one to the other. */
  private int @Nullable [] word(int[] first, int[] second) {
    for (int p : first) {
      for (int q : second) {
        int[] word = work.exhausted() ? null : word(p, q);
        if (word != null) {
          return word;
        }
      }
    }
    return null;
  }

  private boolean endsAnywhere(int[] states) {
    for (int state : states) {
      if (!automaton.endsAnywhere[state]) {
        return false;
      }
    }
    return true;
  }

  private BitSet reachable(int[] states) {
    BitSet reached = new BitSet(automaton.size);
    List<Integer> open = new ArrayList<>();
    for (int state : states) {
      reached.set(state);
      open.add(state);
    }
    while (!open.isEmpty()) {
      int state = open.remove(open.size() - 1);
      for (int following : automaton.next[state]) {
        if (!reached.get(following)) {
          reached.set(following);
          open.add(following);
        }
      }
    }
    return reached;
  }

  /** A word that leads from p to p, from p to q and from q to q; null if none was found. */
  private int @Nullable [] word(int p, int q) {
    long n = automaton.size;
    long start = (p * n + p) * n + q;
    long goal = (p * n + q) * n + q;
    Map<Long, Long> parent = new HashMap<>();
    List<Long> open = new ArrayList<>();
    open.add(start);
    parent.put(start, -1L);
    for (int head = 0; head < open.size() && open.size() < MOST_TRIPLES; head++) {
      long triple = open.get(head);
      int c = (int) (triple % n);
      int b = (int) (triple / n % n);
      int a = (int) (triple / n / n);
      for (int a2 : automaton.next[a]) {
        if (components.of[a2] != components.of[p]) {
          continue;
        }
        for (int c2 : automaton.next[c]) {
          if (components.of[c2] != components.of[q] || !automaton.overlap(a2, c2)) {
            continue;
          }
          if (!work.take(4L + automaton.next[b].length)) {
            return null;
          }
          for (int b2 : automaton.next[b]) {
            if (components.of[b2] < components.of[q] || !automaton.overlap(a2, b2, c2)) {
              continue;
            }
            long following = (a2 * n + b2) * n + c2;
            if (parent.putIfAbsent(following, triple) == null) {
              if (following == goal) {
                return wordOf(parent, goal, n);
              }
              open.add(following);
            }
          }
        }
      }
    }
    return null;
  }

  private int[] wordOf(Map<Long, Long> parent, long goal, long n) {
    List<Integer> reversed = new ArrayList<>();
    for (long at = goal; ; ) {
      long before = parent.getOrDefault(at, -1L);
      if (before < 0) {
        break;
      }
      reversed.add(automaton.symbol((int) (at / n / n), (int) (at / n % n), (int) (at % n)));
      at = before;
    }
    int[] word = new int[reversed.size()];
    for (int i = 0; i < word.length; i++) {
      word[i] = reversed.get(word.length - 1 - i);
    }
    return word;
  }
}
