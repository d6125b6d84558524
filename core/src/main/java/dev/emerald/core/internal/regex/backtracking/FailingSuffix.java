package dev.emerald.core.internal.regex.backtracking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for what can follow a repeated word so that no run ends in a match: only then are all ways
 * of matching the word tried.
 */
final class FailingSuffix {

  private static final int MOST_SETS = 256;
  private static final int MOST_REPETITIONS = 64;
  private static final int MOST_FOUND = 3;
  private static final int LONGEST = 4;

  private final Automaton automaton;
  private final List<int[]> found = new ArrayList<>();

  private FailingSuffix(Automaton automaton) {
    this.automaton = automaton;
  }

  /** Some suffixes for a candidate, the shortest first; none where every text is matched. */
  static List<int[]> search(Automaton automaton, Candidate candidate) {
    FailingSuffix search = new FailingSuffix(automaton);
    search.search(search.runsAfter(candidate));
    return search.found;
  }

  /** Where the runs are that started before or in the repeated word, whatever their number. */
  private BitSet runsAfter(Candidate candidate) {
    BitSet states = new BitSet(automaton.size);
    int[] prefix = candidate.prefix();
    if (prefix != null) {
      states.set(States.START);
      states = automaton.step(states, prefix);
    } else {
      // Some text may stand before: only runs that start later are sure to be there.
      for (int i = 0; i < automaton.size; i++) {
        states.set(i, automaton.isRestart[i]);
      }
    }
    BitSet all = new BitSet(automaton.size);
    for (int i = 0; i < MOST_REPETITIONS; i++) {
      states = automaton.step(states, candidate.pump());
      BitSet before = (BitSet) all.clone();
      all.or(states);
      if (all.equals(before)) {
        break;
      }
    }
    for (int i = 0; i < automaton.size; i++) {
      if (automaton.isRestart[i]) {
        all.clear(i);
      }
    }
    return all;
  }

  private void search(BitSet runs) {
    if (ends(runs, automaton.endsAnywhere)) {
      return;
    }
    @SuppressWarnings("ArrayRecordComponent") // these are passed on, never compared
    record Step(BitSet states, int[] word) {
      @Override
      public String toString() {
        return states.toString();
      }
    }
    Set<BitSet> seen = new HashSet<>();
    ArrayDeque<Step> open = new ArrayDeque<>();
    open.add(new Step(runs, new int[0]));
    while (!open.isEmpty() && found.size() < MOST_FOUND) {
      Step step = open.remove();
      if (!ends(step.states, automaton.endsAtEnd)) {
        found.add(step.word);
      }
      if (step.word.length == LONGEST) {
        continue;
      }
      for (int symbol = automaton.alphabet.size() - 1; symbol >= 0; symbol--) {
        BitSet after = automaton.step(step.states, symbol);
        if (!ends(after, automaton.endsAnywhere) && seen.size() < MOST_SETS && seen.add(after)) {
          int[] word = java.util.Arrays.copyOf(step.word, step.word.length + 1);
          word[step.word.length] = symbol;
          open.add(new Step(after, word));
        }
      }
    }
  }

  private static boolean ends(BitSet states, boolean[] where) {
    for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
      if (where[state]) {
        return true;
      }
    }
    return false;
  }
}
