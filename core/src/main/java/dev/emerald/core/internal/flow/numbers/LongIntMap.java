package dev.emerald.core.internal.flow.numbers;

/** A table from long numbers to numbers that are not negative. Not safe for several threads. */
public final class LongIntMap {

  /**
   * Pairs of a key and its value plus 1, which is 0 where there is no pair. They lie side by side
   * because large tables are read at random: what a look-up costs is the first touch of a line.
   */
  private long[] pairs;

  private int size;

  /** An empty table. */
  public LongIntMap() {
    pairs = new long[64];
  }

  /** A key of two numbers. */
  public static long key(int high, int low) {
    return (long) high << 32 | low & 0xffff_ffffL;
  }

  /** What stands for a key; -1 if nothing does. */
  public int get(long key) {
    // The loop of find once more: most questions are asked here, and a call costs as much.
    long[] of = pairs;
    int mask = of.length - 2;
    int at = spread(key) << 1 & mask;
    while (true) {
      long value = of[at + 1];
      if (value == 0 || of[at] == key) {
        return (int) value - 1;
      }
      at = at + 2 & mask;
    }
  }

  /** Puts a value in for a key that has none; gives false if it has one already. */
  public boolean putNew(long key, int value) {
    int at = find(pairs, key);
    if (pairs[at + 1] != 0) {
      return false;
    }
    if (size * 6 >= pairs.length * 2) {
      grow();
      at = find(pairs, key);
    }
    pairs[at] = key;
    pairs[at + 1] = value + 1L;
    size++;
    return true;
  }

  /** Replaces or adds the value of a key. */
  public void put(long key, int value) {
    int at = find(pairs, key);
    if (pairs[at + 1] == 0) {
      putNew(key, value);
    } else {
      pairs[at + 1] = value + 1L;
    }
  }

  /** How many keys there are. */
  public int size() {
    return size;
  }

  private void grow() {
    long[] old = pairs;
    long[] more = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        int at = find(more, old[i]);
        more[at] = old[i];
        more[at + 1] = old[i + 1];
      }
    }
    pairs = more;
  }

  /** Where the pair of a key lies, or would lie. */
  private static int find(long[] pairs, long key) {
    int mask = pairs.length - 2;
    int at = spread(key) << 1 & mask;
    while (pairs[at + 1] != 0 && pairs[at] != key) {
      at = at + 2 & mask;
    }
    return at;
  }

  private static int spread(long key) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 32 ^ mixed >>> 13);
  }
}
