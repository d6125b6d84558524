package dev.emerald.core.internal.flow.lower;

/**
 * The values of variables at the end of a path, as far as they differ from those at its start.
 *
 * @param slots the variables
 * @param values their values
 * @param times when a property was stored; 0 for what was not
 * @param size how many there are
 * @param dead whether the path does not reach its end
 */
record State(int[] slots, int[] values, int[] times, int size, boolean dead) {

  private static final int[] NONE = {};

  /** A path that ends before: by a return, a throw, a jump. */
  static final State DEAD = new State(NONE, NONE, NONE, 0, true);

  /** A path that changes nothing. */
  static final State SAME = new State(NONE, NONE, NONE, 0, false);

  /** The place of a variable in this state; -1 if it has not changed. */
  int find(int slot) {
    for (int i = 0; i < size; i++) {
      if (slots[i] == slot) {
        return i;
      }
    }
    return -1;
  }
}
