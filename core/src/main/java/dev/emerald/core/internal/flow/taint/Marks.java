package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.States;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of controlled data, as numbers: a taint, and whether it came by way of a call that
 * was guessed from a name. An even number is the sure form of the odd one after it.
 */
final class Marks {

  private final Map<Taint, Integer> numbers = new HashMap<>();
  private final List<Taint> taints = new ArrayList<>();
  private final IntList origins = new IntList();
  private BitSet harmless = new BitSet();
  private final LongIntMap joins = new LongIntMap();

  /**
   * The origins of data that does harm nowhere in the program: of their data it is followed where
   * it goes, and no more.
   */
  void ignore(BitSet origins) {
    harmless = origins;
  }

  int of(Taint given) {
    Taint taint =
        given.state() != States.UNTOUCHED && harmless.get(given.origin())
            ? new Taint(given.origin(), given.kinds(), States.UNTOUCHED)
            : given;
    Integer known = numbers.get(taint);
    if (known != null) {
      return known;
    }
    int number = taints.size() * 2;
    taints.add(taint);
    origins.add(taint.origin());
    numbers.put(taint, number);
    return number;
  }

  /** The mark of a taint that came about as another one did. */
  int of(Taint taint, int like) {
    return of(taint) | like & 1;
  }

  Taint taint(int mark) {
    return taints.get(mark >> 1);
  }

  /** Whether two are of one origin, and both guessed or both sure. */
  boolean alike(int mark, int other) {
    return (mark & 1) == (other & 1) && origins.get(mark >> 1) == origins.get(other >> 1);
  }

  /** The mark of what holds in both of two that are alike. */
  int joined(int mark, int other) {
    if (mark == other) {
      return mark;
    }
    long pair = LongIntMap.key(mark >> 1, other >> 1);
    int known = joins.get(pair);
    if (known < 0) {
      Taint one = taint(mark);
      Taint two = taint(other);
      known =
          of(
              new Taint(
                  one.origin(), one.kinds() | two.kinds(), States.join(one.state(), two.state())));
      joins.putNew(pair, known);
    }
    return known | mark & 1;
  }

  static boolean guessed(int mark) {
    return (mark & 1) == 1;
  }

  static int asGuess(int mark) {
    return mark | 1;
  }

  static int asSure(int mark) {
    return mark & ~1;
  }
}
