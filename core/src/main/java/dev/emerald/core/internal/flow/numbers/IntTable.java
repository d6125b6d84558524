package dev.emerald.core.internal.flow.numbers;

import java.util.Arrays;

/**
 * A table from numbers that lie close together to numbers that are not negative. Not safe for use
 * by several threads.
 */
public final class IntTable {

  private int[] values = new int[64];

  /** An empty table. */
  public IntTable() {
    Arrays.fill(values, -1);
  }

  /** What stands for a key; -1 if nothing does. */
  public int get(int key) {
    return key >= 0 && key < values.length ? values[key] : -1;
  }

  /** Puts in what stands for a key. */
  public void put(int key, int value) {
    int old = values.length;
    if (key >= old) {
      values = Arrays.copyOf(values, Math.max(key + 1, old * 2));
      Arrays.fill(values, old, values.length, -1);
    }
    values[key] = value;
  }
}
