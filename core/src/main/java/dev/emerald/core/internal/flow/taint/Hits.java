package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where facts have come to sinks: for each call, kind of sink and origin the first and surest. */
final class Hits {

  /**
   * A fact at a sink.
   *
   * @param sink what a model says of it; null where none does
   * @param kind the number of the kind of sink
   * @param call the instruction
   * @param argument the index of the argument; -1 for the receiver
   * @param fact at the argument
   * @param metadata whether the sink only looks whether something is there
   * @param weak whether it was made harmless in a way that can be got around
   */
  record Hit(
      FlowModels.@Nullable Sink sink,
      int kind,
      int call,
      int argument,
      int origin,
      int fact,
      boolean metadata,
      boolean weak,
      boolean guess) {

    /** The same place, reached by another fact that is as sure. */
    Hit with(int other) {
      return new Hit(sink, kind, call, argument, origin, other, metadata, weak, guess);
    }

    /** The same, but doubtful. */
    Hit weakened() {
      return new Hit(sink, kind, call, argument, origin, fact, metadata, true, guess);
    }

    int doubt() {
      return (weak ? 2 : 0) + (guess ? 1 : 0);
    }
  }

  /** Data of an origin that does no harm at a sink. */
  record Harmless(int kind, int call, int argument, int origin) {}

  private static final int MOST_FACTS = 64;

  private final LongIntMap places = new LongIntMap();
  private final LongIntMap harmlessPlaces = new LongIntMap();
  private final List<Harmless> harmless = new ArrayList<>();
  private final List<Hit> hits = new ArrayList<>();
  private final List<IntList> facts = new ArrayList<>();

  void add(Hit hit) {
    long key = LongIntMap.key(hit.kind() << 8 | hit.origin(), hit.call());
    int known = places.get(key);
    if (known < 0) {
      places.putNew(key, hits.size());
      hits.add(hit);
      facts.add(new IntList(1));
      known = hits.size() - 1;
    } else if (hit.doubt() < hits.get(known).doubt()) {
      hits.set(known, hit);
      facts.get(known).clear();
    }
    boolean alike =
        hit.doubt() == hits.get(known).doubt() && hit.argument() == hits.get(known).argument();
    if (alike && facts.get(known).size() < MOST_FACTS) {
      facts.get(known).add(hit.fact());
    }
  }

  /** The facts that come to the place of a hit as surely as it does, its own among them. */
  IntList facts(Hit hit) {
    long key = LongIntMap.key(hit.kind() << 8 | hit.origin(), hit.call());
    return facts.get(places.get(key));
  }

  /** Data of an origin comes to a sink as something that does no harm there. */
  void addHarmless(int kind, int call, int argument, int origin) {
    if (harmlessPlaces.putNew(LongIntMap.key(kind << 8 | origin, call), 0)) {
      harmless.add(new Harmless(kind, call, argument, origin));
    }
  }

  /** Where data came to sinks as something harmless, and no other data as something else. */
  List<Harmless> harmless() {
    List<Harmless> alone = new ArrayList<>();
    for (Harmless each : harmless) {
      if (places.get(LongIntMap.key(each.kind() << 8 | each.origin(), each.call())) < 0) {
        alone.add(each);
      }
    }
    return alone;
  }

  /** All hits, in the order in which they were found. */
  List<Hit> all() {
    return hits;
  }
}
