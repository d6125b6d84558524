package dev.emerald.core.internal.parse;

import java.util.Arrays;

/** A set of offsets: what a speculative reading found out, so that it is not tried again. */
final class OffsetSet {

  private static final int[] NONE = {};

  /** Open addressing; an offset is stored plus one, as 0 is a free place. */
  private int[] places = NONE;

  private int size;

  // All offsets of one range, the one added last.
  private int rangeStart;
  private int rangeEnd;

  boolean contains(int offset) {
    return size > 0 && places[place(places, offset + 1)] != 0
        || offset < rangeEnd && offset >= rangeStart;
  }

  /**
   * Notes an attempt that failed; one that nested too deeply stands for all those within it, which
   * would fail in the same way.
   */
  void add(int offset, SyntaxFailure failure) {
    if (failure.tooDeep && failure.offset > offset) {
      rangeStart = offset;
      rangeEnd = failure.offset;
    }
    add(offset);
  }

  void add(int offset) {
    if (size * 2 >= places.length) {
      grow();
    }
    int place = place(places, offset + 1);
    if (places[place] == 0) {
      places[place] = offset + 1;
      size++;
    }
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(places, 0);
      size = 0;
    }
  }

  private void grow() {
    int[] wider = new int[Math.max(16, places.length * 2)];
    for (int stored : places) {
      if (stored != 0) {
        wider[place(wider, stored)] = stored;
      }
    }
    places = wider;
  }

  private static int place(int[] places, int stored) {
    int mask = places.length - 1;
    int place = stored * 0x9E3779B9 >>> 7 & mask;
    while (places[place] != 0 && places[place] != stored) {
      place = place + 1 & mask;
    }
    return place;
  }
}
