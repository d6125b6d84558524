package dev.emerald.core.internal.flow.lower;

/** Numbers by key; a key is a {@code long} that is not negative. */
final class LongMap {

  private static final long[] NO_KEYS = new long[1];

  /** Each key plus 1; 0 where there is none. */
  private long[] keys = NO_KEYS;

  private int[] values = {-1};
  private int size;

  /** A key of two numbers that are not negative. */
  static long key(int high, int low) {
    return (long) high << 32 | low;
  }

  /** The number of a key, or -1. */
  int get(long key) {
    int mask = keys.length - 1;
    for (int at = spread(key) & mask; keys[at] != 0; at = at + 1 & mask) {
      if (keys[at] == key + 1) {
        return values[at];
      }
    }
    return -1;
  }

  void put(long key, int value) {
    if ((size + 1) * 2 > keys.length) {
      long[] oldKeys = keys;
      int[] oldValues = values;
      keys = new long[Math.max(8, oldKeys.length * 2)];
      values = new int[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          insert(oldKeys[i] - 1, oldValues[i]);
        }
      }
    }
    if (insert(key, value)) {
      size++;
    }
  }

  private boolean insert(long key, int value) {
    int mask = keys.length - 1;
    int at = spread(key) & mask;
    while (keys[at] != 0 && keys[at] != key + 1) {
      at = at + 1 & mask;
    }
    boolean added = keys[at] == 0;
    keys[at] = key + 1;
    values[at] = value;
    return added;
  }

  private static int spread(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32 ^ mixed >>> 20);
  }
}
