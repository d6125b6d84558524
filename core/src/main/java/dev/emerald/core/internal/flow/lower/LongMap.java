package dev.emerald.core.internal.flow.lower;

import java.util.Arrays;

/** Numbers by key; a key is a {@code long} that is not negative. */
final class LongMap {

  private long[] keys = new long[16];
  private int[] values = new int[16];
  private int size;

  LongMap() {
    Arrays.fill(keys, -1);
  }

  /** A key of two numbers that are not negative. */
  static long key(int high, int low) {
    return (long) high << 32 | low;
  }

  /** The number of a key, or -1. */
  int get(long key) {
    int mask = keys.length - 1;
    for (int at = spread(key) & mask; keys[at] >= 0; at = at + 1 & mask) {
      if (keys[at] == key) {
        return values[at];
      }
    }
    return -1;
  }

  void put(long key, int value) {
    if (insert(key, value) && ++size * 2 > keys.length) {
      long[] oldKeys = keys;
      int[] oldValues = values;
      keys = new long[oldKeys.length * 2];
      Arrays.fill(keys, -1);
      values = new int[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] >= 0) {
          insert(oldKeys[i], oldValues[i]);
        }
      }
    }
  }

  private boolean insert(long key, int value) {
    int mask = keys.length - 1;
    int at = spread(key) & mask;
    while (keys[at] >= 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    boolean added = keys[at] < 0;
    keys[at] = key;
    values[at] = value;
    return added;
  }

  private static int spread(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32 ^ mixed >>> 20);
  }
}
