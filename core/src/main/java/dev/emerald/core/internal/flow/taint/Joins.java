package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;

/**
 * Keeps the ways few in which what comes into functions is controlled: the first few are told
 * apart, further ones are joined to what holds in all of them.
 */
final class Joins {

  private final int most;
  private final Marks marks;
  private final LongIntMap pairs = new LongIntMap();
  private final LongIntMap places = new LongIntMap();
  private final IntList counts = new IntList(256);
  private final IntList joined = new IntList(256);
  private final LongIntMap kept = new LongIntMap();

  /** Joins all but the first few of each place. */
  Joins(int most, Marks marks) {
    this.most = most;
    this.marks = marks;
  }

  /**
   * The mark that stands for a new one, or for one that was kept apart before.
   *
   * @param place of the value, and the context
   */
  int of(long place, int path, int mark) {
    Taint taint = marks.taint(mark);
    int kind = path << 6 | taint.origin() << 1 | mark & 1;
    int pair = pairs.get(place);
    if (pair < 0) {
      pair = pairs.size();
      pairs.putNew(place, pair);
    }
    long key = LongIntMap.key(pair, kind);
    int known = places.get(key);
    if (known < 0) {
      places.putNew(key, counts.size());
      counts.add(1);
      joined.add(mark);
      kept.putNew(LongIntMap.key(places.get(key), mark), 0);
      return mark;
    }
    long same = LongIntMap.key(known, mark);
    if (kept.get(same) >= 0) {
      return mark;
    }
    int both = marks.joined(mark, joined.get(known));
    joined.set(known, both);
    if (counts.get(known) < most) {
      counts.set(known, counts.get(known) + 1);
      kept.putNew(same, 0);
      return mark;
    }
    return both;
  }
}
