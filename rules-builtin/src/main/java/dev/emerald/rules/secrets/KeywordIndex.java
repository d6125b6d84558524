package dev.emerald.rules.secrets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds many keywords in one pass over a text: the automaton of Aho and Corasick, with all
 * transitions laid out. Immutable and safe for use by several threads.
 */
final class KeywordIndex {

  private static final int ALPHABET = 128;

  /** How much of a text is looked at together: out of an array it costs a third. */
  private static final int PART = 4_096;

  /** Marks a state in which keywords end. */
  private static final int ENDS = 1 << 31;

  /** For each state, which is the index of its first one, the state that follows each character. */
  private final int[] next;

  /** The keywords that end in a state, by its number. */
  private final int[][] ends;

  private final int[] lengths;

  /**
   * An index.
   *
   * @param keywords of ASCII characters, none empty
   */
  KeywordIndex(List<String> keywords) {
    List<int[]> transitions = new ArrayList<>();
    List<List<Integer>> found = new ArrayList<>();
    lengths = new int[keywords.size()];
    newState(transitions, found);
    for (int word = 0; word < keywords.size(); word++) {
      String keyword = keywords.get(word);
      lengths[word] = keyword.length();
      int state = 0;
      for (int i = 0; i < keyword.length(); i++) {
        int unit = keyword.charAt(i);
        if (unit >= ALPHABET) {
          throw new IllegalArgumentException("not ASCII: " + keyword);
        }
        if (transitions.get(state)[unit] < 0) {
          transitions.get(state)[unit] = newState(transitions, found);
        }
        state = transitions.get(state)[unit];
      }
      if (state == 0) {
        throw new IllegalArgumentException("an empty keyword");
      }
      found.get(state).add(word);
    }
    link(transitions, found);
    next = new int[transitions.size() * ALPHABET];
    ends = new int[transitions.size()][];
    for (int state = 0; state < transitions.size(); state++) {
      ends[state] = found.get(state).stream().mapToInt(Integer::intValue).toArray();
      for (int unit = 0; unit < ALPHABET; unit++) {
        int target = transitions.get(state)[unit];
        int mark = found.get(target).isEmpty() ? 0 : ENDS;
        next[state * ALPHABET + unit] = target * ALPHABET | mark;
      }
    }
  }

  private static int newState(List<int[]> transitions, List<List<Integer>> found) {
    int[] none = new int[ALPHABET];
    Arrays.fill(none, -1);
    transitions.add(none);
    found.add(new ArrayList<>());
    return transitions.size() - 1;
  }

  /** Replaces failure links by the transitions that following them gives. */
  private static void link(List<int[]> transitions, List<List<Integer>> found) {
    int[] failure = new int[transitions.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int unit = 0; unit < ALPHABET; unit++) {
      int target = transitions.get(0)[unit];
      if (target < 0) {
        transitions.get(0)[unit] = 0;
      } else {
        open.add(target);
      }
    }
    while (!open.isEmpty()) {
      int state = open.remove();
      int[] row = transitions.get(state);
      int[] fallback = transitions.get(failure[state]);
      found.get(state).addAll(found.get(failure[state]));
      for (int unit = 0; unit < ALPHABET; unit++) {
        if (row[unit] < 0) {
          row[unit] = fallback[unit];
        } else {
          failure[row[unit]] = fallback[unit];
          open.add(row[unit]);
        }
      }
    }
  }

  /** Tells of every keyword in a text, in the order in which they end. */
  void search(String text, Match match) {
    int[] following = next;
    int length = text.length();
    char[] units = new char[Math.min(length, PART)];
    int state = 0;
    for (int from = 0; from < length; from += PART) {
      int size = Math.min(PART, length - from);
      text.getChars(from, from + size, units, 0);
      for (int i = 0; i < size; i++) {
        char unit = units[i];
        state = unit < ALPHABET ? following[state + unit] : 0;
        if (state < 0) {
          state &= ~ENDS;
          for (int word : ends[state / ALPHABET]) {
            match.at(word, from + i + 1 - lengths[word]);
          }
        }
      }
    }
  }

  /** Is told where keywords stand. */
  @FunctionalInterface
  interface Match {

    /** A keyword, by its number, and where it begins. */
    void at(int keyword, int start);
  }
}
