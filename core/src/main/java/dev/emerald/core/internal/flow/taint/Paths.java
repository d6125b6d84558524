package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;

/**
 * Paths of properties below a value, each a number: a key and the path below it. They have three
 * keys at most; what lies deeper is taken for the whole of what lies there.
 */
final class Paths {

  /** The value itself, and with it all that lies below. */
  static final int WHOLE = 0;

  private static final int MOST_KEYS = 3;

  private final IntList first = new IntList(64);
  private final IntList rest = new IntList(64);
  private final IntList keys = new IntList(64);
  private final LongIntMap numbers = new LongIntMap();

  Paths() {
    first.add(-1);
    rest.add(WHOLE);
    keys.add(0);
  }

  /** The key of the property that the path begins with. */
  int first(int path) {
    return first.get(path);
  }

  /** The path below the first property. */
  int rest(int path) {
    return rest.get(path);
  }

  /** The path that begins with a key. */
  int below(int key, int path) {
    return keys.get(path) < MOST_KEYS ? intern(key, path) : intern(key, cut(path, MOST_KEYS - 1));
  }

  private int cut(int path, int most) {
    return most == 0 || path == WHOLE ? WHOLE : intern(first(path), cut(rest(path), most - 1));
  }

  private int intern(int key, int path) {
    long pair = LongIntMap.key(key, path);
    int known = numbers.get(pair);
    if (known >= 0) {
      return known;
    }
    int number = first.add(key);
    rest.add(path);
    keys.add(keys.get(path) + 1);
    numbers.putNew(pair, number);
    return number;
  }
}
