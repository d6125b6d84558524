package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Taint;
import java.util.ArrayList;
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

  int of(Taint taint) {
    Integer known = numbers.get(taint);
    if (known != null) {
      return known;
    }
    int number = taints.size() * 2;
    taints.add(taint);
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
