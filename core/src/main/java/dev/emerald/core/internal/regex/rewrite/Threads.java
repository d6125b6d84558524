package dev.emerald.core.internal.regex.rewrite;

import dev.emerald.core.internal.regex.backtracking.NotDecidable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one pattern between two characters of a text, those that an engine would try first
 * in front. Each is given by the instruction it goes on at and, for each tag, whether the tag is
 * unset, was set at the place that is watched, or elsewhere: comparing these for every place that
 * may be watched compares all captures. Immutable.
 */
final class Threads {

  /** Stands in the row of threads for the match that ends at the watched place. */
  private static final int WATCHED_END = -1;

  private static final byte UNSET = 0;
  private static final byte ELSEWHERE = 1;
  private static final byte WATCHED = 2;

  private final int[] places;
  private final byte[][] tags;

  /** The match that counts if no thread in front makes another; null if there is none. */
  private final @Nullable Ending ending;

  private Threads(int[] places, byte[][] tags, @Nullable Ending ending) {
    this.places = places;
    this.tags = tags;
    this.ending = ending;
  }

  /**
   * A match.
   *
   * @param watched whether it ends at the watched place
   * @param order -1 if the match that ends at the watched place comes later in the row, 1 if it
   *     comes earlier, 0 if there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // compared as a whole below
  record Ending(boolean watched, int order, byte[] tags) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ending that
          && watched == that.watched
          && order == that.order
          && Arrays.equals(tags, that.tags);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(tags) * 4 + order * 2 + (watched ? 1 : 0);
    }

    @Override
    public String toString() {
      return watched + " " + order + " " + Arrays.toString(tags);
    }
  }

  /**
   * What lies around a place of a text.
   *
   * @param before the kind of the character before
   * @param after the kind of the character after
   * @param watched whether this is the watched place
   */
  record Place(Kind before, Kind after, boolean watched) {}

  /** Kinds of characters, as far as assertions ask. */
  enum Kind {
    /** None: there the text starts or ends. */
    EDGE,
    /** A character of a word. */
    WORD,
    /** A line terminator. */
    LINE,
    /** Any other. */
    OTHER
  }

  /** A single thread before the first character. */
  static Threads start(int tagCount) {
    return new Threads(new int[] {0}, new byte[][] {new byte[tagCount]}, null);
  }

  /** Whether no thread is left. */
  boolean isEmpty() {
    for (int place : places) {
      if (place != WATCHED_END) {
        return false;
      }
    }
    return true;
  }

  /** The match so far. */
  @Nullable Ending ending() {
    return ending;
  }

  /** The same without a match so far. */
  Threads withoutEnding() {
    return new Threads(places, tags, null);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Threads that
        && Arrays.equals(places, that.places)
        && Arrays.deepEquals(tags, that.tags)
        && (ending == null ? that.ending == null : ending.equals(that.ending));
  }

  @Override
  public int hashCode() {
    return (Arrays.hashCode(places) * 31 + Arrays.deepHashCode(tags)) * 31
        + (ending == null ? 0 : ending.hashCode());
  }

  private record Visited(int at, long empty) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Visited that && at == that.at && empty == that.empty;
    }

    @Override
    public int hashCode() {
      return at * 31 + Long.hashCode(empty);
    }
  }

  /**
   * Follows threads over one character after the other, or to the end of the text. Used for many
   * steps: what it needs for one is as large as the pattern is long.
   */
  static final class Step {

    private final ThreadCode code;
    private final long[][] symbols;
    private final boolean all;
    private final int[] next;
    private final byte[][] nextTags;
    private int count;
    private final boolean[] taken;

    // What is still to be followed: where, what was begun there and may not be empty, the tags.
    private int[] places = new int[32];
    private long[] empties = new long[32];
    private byte[][] tagsOf = new byte[32][];
    private int open;

    /** The number of the step that came to an instruction last. */
    private final int[] visitedIn;

    /** What was begun when it first did. */
    private final long[] firstEmpty;

    /** The ways in which it did again. */
    private final Set<Visited> visitedAgain = new HashSet<>();

    private int step;
    private @Nullable Ending ending;
    private Place place = new Place(Kind.EDGE, Kind.EDGE, false);
    private int symbol;
    private int endAt;
    private int work;

    /**
     * Steps of a pattern.
     *
     * @param symbols of the sets of the code
     * @param all whether all matches count, as they do for a part of a pattern; else what comes
     *     after a match in the row is given up
     */
    Step(ThreadCode code, long[][] symbols, boolean all) {
      this.code = code;
      this.symbols = symbols;
      this.all = all;
      this.next = new int[code.operations.length + 1];
      this.nextTags = new byte[next.length][];
      this.taken = new boolean[code.operations.length];
      this.visitedIn = new int[code.operations.length];
      this.firstEmpty = new long[code.operations.length];
    }

    /**
     * The threads after a character, with the match that was made before it, if any.
     *
     * @param character its number; -1 at the end of the text
     */
    Threads from(Threads threads, Place at, int character) {
      place = at;
      symbol = character;
      count = 0;
      work = 0;
      endAt = -1;
      step++;
      visitedAgain.clear();
      Arrays.fill(taken, false);
      ending = all ? null : threads.ending;
      int watchedEnd = -1;
      for (int i = 0; i < threads.places.length; i++) {
        if (threads.places[i] == WATCHED_END) {
          watchedEnd = count;
          add(WATCHED_END, threads.tags[i]);
        } else if (follow(threads.places[i], threads.tags[i])) {
          break;
        }
      }
      if (all && ending != null && !place.watched) {
        int order = watchedEnd < 0 ? 0 : endAt <= watchedEnd ? -1 : 1;
        ending = new Ending(false, order, ending.tags);
      }
      return new Threads(Arrays.copyOf(next, count), Arrays.copyOf(nextTags, count), ending);
    }

    /** How much there was to do in the last step. */
    int work() {
      return work;
    }

    /** Follows one thread; whether what comes after it in the row is given up. */
    private boolean follow(int start, byte[] startTags) {
      open = 0;
      push(start, 0, startTags);
      while (open > 0) {
        int at = places[--open];
        long empty = empties[open];
        byte[] tags = tagsOf[open];
        if (++work > Equivalence.MOST_OF_A_STEP) {
          throw NotDecidable.limit("ways to go on");
        }
        if (!visit(at, empty)) {
          continue;
        }
        int first = code.first[at];
        int second = code.second[at];
        switch (code.operations[at]) {
          case ThreadCode.CHARACTER -> {
            boolean takes =
                symbol >= 0 && (symbols[first][symbol >> 6] & 1L << symbol) != 0 && !taken[at];
            if (takes) {
              taken[at] = true;
              add(at + 1, tags);
            }
          }
          case ThreadCode.SPLIT -> {
            push(second, empty, tags);
            push(first, empty, tags);
          }
          case ThreadCode.JUMP -> push(first, empty, tags);
          case ThreadCode.SAVE -> {
            byte[] changed = tags.clone();
            if (first < changed.length) {
              changed[first] = place.watched ? WATCHED : ELSEWHERE;
            }
            push(at + 1, empty, changed);
          }
          case ThreadCode.CLEAR -> {
            byte[] changed = tags;
            if (first < second && first < changed.length) {
              changed = changed.clone();
              Arrays.fill(changed, first, Math.min(second, changed.length), UNSET);
            }
            push(at + 1, empty, changed);
          }
          case ThreadCode.BEGIN -> push(at + 1, empty | 1L << first, tags);
          case ThreadCode.CHECK -> {
            if ((empty & 1L << first) == 0) {
              push(at + 1, empty, tags);
            }
          }
          case ThreadCode.START -> {
            if (holds(place.before, first)) {
              push(at + 1, empty, tags);
            }
          }
          case ThreadCode.END -> {
            if (holds(place.after, first)) {
              push(at + 1, empty, tags);
            }
          }
          case ThreadCode.BOUNDARY -> {
            boolean boundary = (place.before == Kind.WORD) != (place.after == Kind.WORD);
            if (boundary != (first == 1)) {
              push(at + 1, empty, tags);
            }
          }
          default -> {
            if (accept(tags)) {
              return true;
            }
          }
        }
      }
      return false;
    }

    private void push(int at, long empty, byte[] tags) {
      if (open == places.length) {
        places = Arrays.copyOf(places, open * 2);
        empties = Arrays.copyOf(empties, open * 2);
        tagsOf = Arrays.copyOf(tagsOf, open * 2);
      }
      places[open] = at;
      empties[open] = empty;
      tagsOf[open++] = tags;
    }

    /** Takes note of an instruction that is come to; whether it was not come to so before. */
    private boolean visit(int at, long empty) {
      if (visitedIn[at] != step) {
        visitedIn[at] = step;
        firstEmpty[at] = empty;
        return true;
      }
      return firstEmpty[at] != empty && visitedAgain.add(new Visited(at, empty));
    }

    private static boolean holds(Kind around, int multiline) {
      return around == Kind.EDGE || multiline == 1 && around == Kind.LINE;
    }

    /** Takes note of a match; whether what comes after it in the row is given up. */
    private boolean accept(byte[] tags) {
      if (!all) {
        ending = new Ending(place.watched, 0, tags);
        return true;
      }
      if (endAt < 0) {
        endAt = count;
        ending = new Ending(place.watched, 0, tags);
        if (place.watched) {
          add(WATCHED_END, new byte[0]);
        }
      }
      return false;
    }

    private void add(int at, byte[] tags) {
      next[count] = at;
      nextTags[count++] = tags;
    }
  }
}
