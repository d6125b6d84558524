package dev.emerald.core.internal.regex.backtracking;

import java.util.Arrays;

/**
 * What is known of a part of a pattern while its automaton is written: with which states it can
 * start and end, and in how many ways it can be empty.
 *
 * @param first where it starts
 * @param last where it ends
 * @param empty the ways to take in nothing; their state is of no meaning
 */
record Fragment(Ends first, Ends last, Ends empty) {

  /** What takes in nothing. */
  static final Fragment EMPTY = new Fragment(Ends.NONE, Ends.NONE, Ends.of(0));

  static Fragment of(int state) {
    return new Fragment(Ends.of(state), Ends.of(state), Ends.NONE);
  }

  Fragment or(Fragment other) {
    return new Fragment(
        first.plus(other.first), last.plus(other.last), empty.plus(other.empty).merged());
  }

  Fragment then(Fragment other) {
    return new Fragment(
        first.plus(empty.times(other.first)),
        other.last.plus(other.empty.times(last)),
        empty.times(other.empty).merged());
  }

  /** As an optional part: an iteration that takes in nothing is refused. */
  Fragment optional() {
    return new Fragment(first, last, Ends.of(0));
  }

  /** As a part that is repeated: the first iteration may be empty, the others may not. */
  Fragment atLeastOnce() {
    return new Fragment(first.plus(empty.times(first)), last, empty);
  }

  /** As a look-ahead: after it the match goes on from where it started. */
  Fragment aside() {
    return new Fragment(first, Ends.NONE, Ends.of(0).under(States.UNKNOWN));
  }

  /** With a condition on the place; for parts that take in nothing. */
  Fragment under(int condition) {
    return new Fragment(first, last, empty.under(condition));
  }

  /** With a condition on the place after it. */
  Fragment lastUnder(int condition) {
    return new Fragment(first, last.under(condition), empty);
  }

  /** States with conditions on the place before or after them, and a count of ways: 1 or 2. */
  static final class Ends {

    static final Ends NONE = new Ends(new long[0]);

    /** The state from bit 16 on, conditions from bit 4 on, the count in the lowest bits. */
    private final long[] entries;

    private Ends(long[] entries) {
      this.entries = entries;
    }

    static Ends of(int state) {
      return new Ends(new long[] {(long) state << 16 | 1});
    }

    int count() {
      return entries.length;
    }

    int state(int i) {
      return (int) (entries[i] >> 16);
    }

    int conditions(int i) {
      return (int) (entries[i] >> 4) & 0xFFF;
    }

    /** 1 for one way, 2 for more. */
    int ways(int i) {
      return (int) entries[i] & 3;
    }

    Ends plus(Ends other) {
      if (other.entries.length == 0) {
        return this;
      }
      if (entries.length == 0) {
        return other;
      }
      requireRoom((long) entries.length + other.entries.length);
      long[] all = Arrays.copyOf(entries, entries.length + other.entries.length);
      System.arraycopy(other.entries, 0, all, entries.length, other.entries.length);
      return new Ends(all);
    }

    /** The states of another, each by way of each entry here. */
    Ends times(Ends other) {
      if (entries.length == 0 || other.entries.length == 0) {
        return NONE;
      }
      if (entries.length == 1 && entries[0] == 1) {
        return other;
      }
      requireRoom((long) entries.length * other.entries.length);
      long[] all = new long[entries.length * other.entries.length];
      int next = 0;
      for (long one : entries) {
        for (long two : other.entries) {
          long ways = Math.min(2, (one & 3) * (two & 3));
          all[next++] = two & ~3L | one & 0xFFF0 | ways;
        }
      }
      return new Ends(all);
    }

    Ends under(int condition) {
      long[] all = entries.clone();
      for (int i = 0; i < all.length; i++) {
        all[i] |= (long) condition << 4;
      }
      return new Ends(all);
    }

    /** With one entry for each state and condition. */
    Ends merged() {
      if (entries.length < 2) {
        return this;
      }
      long[] all = entries.clone();
      Arrays.sort(all);
      int count = 0;
      for (int i = 1; i < all.length; i++) {
        if (all[i] >> 4 == all[count] >> 4) {
          all[count] = all[count] & ~3L | 2;
        } else {
          all[++count] = all[i];
        }
      }
      return new Ends(Arrays.copyOf(all, count + 1));
    }

    private static void requireRoom(long count) {
      if (count > Automaton.MOST_EDGES) {
        throw NotDecidable.limit("ways from one place to the next");
      }
    }
  }
}
