package dev.emerald.core.internal.regex.characters;

import java.util.Arrays;

/** An immutable set of code points: ranges in ascending order, with gaps between them. */
public final class CodePointSet {

  /** The set without members. */
  public static final CodePointSet EMPTY = new CodePointSet(new int[0]);

  /** First and last code point of each range, one pair after the other. */
  private final int[] bounds;

  /**
   * The same for the code points below 64, one bit each, and for the next 64: most are of ASCII.
   */
  private final long below64;

  private final long below128;

  private CodePointSet(int[] bounds) {
    this.bounds = bounds;
    this.below64 = bits(bounds, 0);
    this.below128 = bits(bounds, 64);
  }

  private static long bits(int[] bounds, int from) {
    long bits = 0;
    for (int i = 0; i < bounds.length && bounds[i] < from + 64; i += 2) {
      int first = Math.max(bounds[i], from) - from;
      int last = Math.min(bounds[i + 1], from + 63) - from;
      if (last >= 0) {
        bits |= -1L << first & -1L >>> 63 - last;
      }
    }
    return bits;
  }

  /** The code points from one to another, both included. */
  public static CodePointSet range(int first, int last) {
    return new CodePointSet(new int[] {first, last});
  }

  /** A set of one. */
  public static CodePointSet of(int codePoint) {
    return range(codePoint, codePoint);
  }

  /** Number of ranges. */
  public int rangeCount() {
    return bounds.length >> 1;
  }

  /** The first code point of a range. */
  public int first(int range) {
    return bounds[range << 1];
  }

  /** The last code point of a range. */
  public int last(int range) {
    return bounds[(range << 1) + 1];
  }

  /** Whether there are no members. */
  public boolean isEmpty() {
    return bounds.length == 0;
  }

  /** Whether a code point is a member. */
  public boolean contains(int codePoint) {
    if (codePoint >>> 6 == 0) {
      return (below64 >>> codePoint & 1) != 0;
    }
    if (codePoint >>> 6 == 1) {
      return (below128 >>> codePoint - 64 & 1) != 0;
    }
    int low = 0;
    int high = (bounds.length >> 1) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (codePoint < bounds[middle << 1]) {
        high = middle - 1;
      } else if (codePoint > bounds[(middle << 1) + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** The members of either. */
  @SuppressWarnings("ReferenceEquality") // a short cut alone
  public CodePointSet union(CodePointSet other) {
    if (isEmpty() || this == other) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    Builder merged = new Builder(rangeCount() + other.rangeCount());
    merged.addAll(this);
    merged.addAll(other);
    return merged.build();
  }

  /** What is no member, up to a highest code point. */
  public CodePointSet complement(int highest) {
    int[] gaps = new int[bounds.length + 2];
    int count = 0;
    int next = 0;
    for (int i = 0; i < bounds.length && next <= highest; i += 2) {
      if (bounds[i] > next) {
        gaps[count++] = next;
        gaps[count++] = Math.min(highest, bounds[i] - 1);
      }
      next = bounds[i + 1] + 1;
    }
    if (next <= highest) {
      gaps[count++] = next;
      gaps[count++] = highest;
    }
    return new CodePointSet(Arrays.copyOf(gaps, count));
  }

  /** The members of both. */
  public CodePointSet intersection(CodePointSet other) {
    int[] shared = new int[bounds.length + other.bounds.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      int first = Math.max(bounds[i], other.bounds[j]);
      int last = Math.min(bounds[i + 1], other.bounds[j + 1]);
      if (first <= last) {
        shared[count++] = first;
        shared[count++] = last;
      }
      if (bounds[i + 1] < other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return new CodePointSet(Arrays.copyOf(shared, count));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodePointSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  /** Collects ranges in any order; they may overlap. */
  public static final class Builder {

    /** First code point in the upper half, last in the lower: sorts by the first. */
    private long[] ranges;

    private int count;

    /** An empty collection with room for some ranges. */
    public Builder(int room) {
      ranges = new long[Math.max(4, room)];
    }

    /** Adds the code points from one to another, both included. */
    public void add(int first, int last) {
      if (count == ranges.length) {
        ranges = Arrays.copyOf(ranges, count << 1);
      }
      ranges[count++] = (long) first << 32 | last;
    }

    /** Adds all members of a set. */
    public void addAll(CodePointSet set) {
      for (int i = 0; i < set.bounds.length; i += 2) {
        add(set.bounds[i], set.bounds[i + 1]);
      }
    }

    /** The set of what was added. */
    public CodePointSet build() {
      Arrays.sort(ranges, 0, count);
      int[] bounds = new int[count << 1];
      int length = 0;
      for (int i = 0; i < count; i++) {
        int first = (int) (ranges[i] >>> 32);
        int last = (int) ranges[i];
        if (length > 0 && first <= bounds[length - 1] + 1) {
          bounds[length - 1] = Math.max(bounds[length - 1], last);
        } else {
          bounds[length++] = first;
          bounds[length++] = last;
        }
      }
      return length == 0 ? EMPTY : new CodePointSet(Arrays.copyOf(bounds, length));
    }
  }
}
