package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.numbers.LongIntMap;
import java.util.ArrayList;
import java.util.List;

/** Where facts have come to sinks: for each call, kind of sink and origin the first and surest. */
final class Hits {

  /**
   * A fact at a sink.
   *
   * @param kind the number of the kind of sink
   * @param call the instruction
   * @param argument the index of the argument; -1 for the receiver
   * @param fact at the argument
   * @param metadata whether the sink only looks whether something is there
   * @param weak whether it was made harmless in a way that can be got around
   */
  record Hit(
      int kind,
      int call,
      int argument,
      int origin,
      int fact,
      boolean metadata,
      boolean weak,
      boolean guess) {

    int doubt() {
      return (weak ? 2 : 0) + (guess ? 1 : 0);
    }
  }

  private final LongIntMap places = new LongIntMap();
  private final List<Hit> hits = new ArrayList<>();

  void add(Hit hit) {
    long key = LongIntMap.key(hit.kind() << 8 | hit.origin(), hit.call());
    int known = places.get(key);
    if (known < 0) {
      places.putNew(key, hits.size());
      hits.add(hit);
    } else if (hit.doubt() < hits.get(known).doubt()) {
      hits.set(known, hit);
    }
  }

  /** All hits, in the order in which they were found. */
  List<Hit> all() {
    return hits;
  }
}
