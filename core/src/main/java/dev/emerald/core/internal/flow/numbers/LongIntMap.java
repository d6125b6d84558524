package dev.emerald.core.internal.flow.numbers;

import java.util.Arrays;

/** A table from long numbers to numbers that are not negative. Not safe for several threads. */
public final class LongIntMap {

  private long[] keys;
  private int[] values;
  private int size;

  /** An empty table. */
  public LongIntMap() {
    keys = new long[64];
    values = new int[64];
    Arrays.fill(values, -1);
  }

  /** A key of two numbers. */
  public static long key(int high, int low) {
    return (long) high << 32 | low & 0xffff_ffffL;
  }

  /** What stands for a key; -1 if nothing does. */
  public int get(long key) {
    int mask = keys.length - 1;
    for (int i = spread(key) & mask; ; i = (i + 1) & mask) {
      if (values[i] < 0) {
        return -1;
      }
      if (keys[i] == key) {
        return values[i];
      }
    }
  }

  /** Puts a value in for a key that has none; gives false if it has one already. */
  public boolean putNew(long key, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int i = spread(key) & mask;
    while (values[i] >= 0) {
      if (keys[i] == key) {
        return false;
      }
      i = (i + 1) & mask;
    }
    keys[i] = key;
    values[i] = value;
    size++;
    return true;
  }

  /** Replaces or adds the value of a key. */
  public void put(long key, int value) {
    if (putNew(key, value)) {
      return;
    }
    int mask = keys.length - 1;
    int i = spread(key) & mask;
    while (keys[i] != key || values[i] < 0) {
      i = (i + 1) & mask;
    }
    values[i] = value;
  }

  /** How many keys there are. */
  public int size() {
    return size;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    Arrays.fill(values, -1);
    int mask = keys.length - 1;
    for (int j = 0; j < oldKeys.length; j++) {
      if (oldValues[j] >= 0) {
        int i = spread(oldKeys[j]) & mask;
        while (values[i] >= 0) {
          i = (i + 1) & mask;
        }
        keys[i] = oldKeys[j];
        values[i] = oldValues[j];
      }
    }
  }

  private static int spread(long key) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 32 ^ mixed >>> 13);
  }
}
