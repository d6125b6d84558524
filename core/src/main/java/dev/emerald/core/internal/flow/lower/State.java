package dev.emerald.core.internal.flow.lower;

/** The values of variables at the end of a path, as far as they differ from those at its start. */
final class State {

  private static final int[] NONE = {};

  /** A path that ends before: by a return, a throw, a jump. */
  static final State DEAD = new State(NONE, NONE, NONE, true);

  /** A path that changes nothing. */
  static final State SAME = new State(NONE, NONE, NONE, false);

  private final int[] slots;
  private final int[] values;
  private final int[] times;
  private final boolean dead;

  State(int[] slots, int[] values, int[] times, boolean dead) {
    this.slots = slots;
    this.values = values;
    this.times = times;
    this.dead = dead;
  }

  /** How many variables differ. */
  int size() {
    return slots.length;
  }

  /** A variable. */
  int slot(int index) {
    return slots[index];
  }

  /** Its value. */
  int value(int index) {
    return values[index];
  }

  /** When it was stored, if it is a property that was; else 0. */
  int time(int index) {
    return times[index];
  }

  /** Whether the path does not reach its end. */
  boolean dead() {
    return dead;
  }

  /** The place of a variable in this state; -1 if it has not changed. */
  int find(int slot) {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == slot) {
        return i;
      }
    }
    return -1;
  }
}
