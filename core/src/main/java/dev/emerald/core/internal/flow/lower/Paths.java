package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.Node;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Properties with constant keys, as variables: what a condition says of {@code req.query.id}, or
 * what was stored there, holds for the next time it is read. The object is told by its value, so a
 * variable that gets another object has other properties.
 */
final class Paths {

  private final BodyLowering body;
  private final Instructions code;
  private final Environment env;
  private final LongMap slots = new LongMap();

  /** When an object was last given to a call. */
  private final Map<Integer, Integer> givenAway = new HashMap<>();

  /** The objects that functions or other objects hold: any call may store in them. */
  private final BitSet shared = new BitSet();

  /** When anything may have been stored. */
  private int allStale;

  /** When something was last called. */
  private int called;

  Paths(BodyLowering body) {
    this.body = body;
    this.code = body.code;
    this.env = body.env;
  }

  /**
   * Reads a property.
   *
   * @param key the number of its name
   */
  int load(int base, int key, Node node) {
    if (body.coarse) {
      return code.add(Op.LOAD, base, key, -1, node);
    }
    int canon = code.canon(base);
    long path = LongMap.key(canon, key);
    int slot = slots.get(path);
    boolean known = slot >= 0;
    if (!known) {
      slot = env.newSlot();
      slots.put(path, slot);
    }
    int value = known ? current(slot, canon) : Environment.NONE;
    if (value >= 0) {
      if (env.time(slot) == 0
          && code.op(value) == Op.LOAD
          && code.a(value) != base
          && code.b(value) == key) {
        // what is known of the object by now holds for its property too
        int again = code.add(Op.LOAD, base, key, -1, node);
        code.alias(again, value);
        env.set(slot, again, 0);
        return again;
      }
      return value;
    }
    int outside = known ? -1 : outside(canon, key);
    int loaded =
        outside >= 0 ? body.capture(outside, node) : code.add(Op.LOAD, base, key, -1, node);
    if (value == Environment.NONE && base == canon && env.get(slot) == Environment.NONE) {
      env.initial(slot, loaded);
    } else {
      env.set(slot, loaded, 0);
    }
    body.guards.hold(slot, loaded);
    return loaded;
  }

  /** A property as it is known at this point; a negative number if it must be read. */
  int known(int base, int key) {
    int canon = code.canon(base);
    int slot = slots.get(LongMap.key(canon, key));
    return slot < 0 ? Environment.NONE : current(slot, canon);
  }

  private int current(int slot, int canon) {
    int value = env.get(slot);
    int time = env.time(slot);
    boolean stale =
        time > 0
            && (time < allStale
                || time < called && sharedWithOthers(canon)
                || time < givenAway.getOrDefault(canon, 0));
    return stale ? Environment.STALE : value;
  }

  private boolean sharedWithOthers(int canon) {
    return switch (code.op(canon)) {
      case CAPTURE, CELL_GET, GLOBAL, IMPORT, MODULE, EXPORTS -> true;
      default -> shared.get(canon);
    };
  }

  /** From now on any call may store in an object. */
  void share(int value) {
    if (value >= 0) {
      shared.set(code.canon(value));
    }
  }

  /** Something is called. */
  void call() {
    called = code.size() + 1;
  }

  /** Stores a property. */
  void stored(int base, int key, int value) {
    if (body.coarse) {
      return;
    }
    long path = LongMap.key(code.canon(base), key);
    int slot = slots.get(path);
    if (slot < 0) {
      slot = env.newSlot();
      slots.put(path, slot);
    }
    share(value);
    env.set(slot, value, code.size());
    body.guards.made(slot, value);
  }

  /** Whoever is given an object may store in it. */
  void give(int base) {
    if (base >= 0) {
      givenAway.put(code.canon(base), code.size() + 1);
    }
  }

  /** Anything may have been stored: at the head of a loop, after an exception. */
  void stale() {
    allStale = code.size() + 1;
  }

  /** What functions outside know by a condition of a property of what was captured. */
  private int outside(int canon, int key) {
    BodyLowering parent = body.parent;
    if (parent == null || code.op(canon) != Op.CAPTURE) {
      return -1;
    }
    return parent.paths.guarded(body.captured(code.a(canon)), key);
  }

  private int guarded(int base, int key) {
    if (body.coarse) {
      return -1;
    }
    int value = known(base, key);
    if (value >= 0) {
      return code.op(value) == Op.SIGMA ? value : -1;
    }
    int outside = value == Environment.NONE ? outside(code.canon(base), key) : -1;
    return outside < 0 ? -1 : body.capture(outside, body.closure.node);
  }
}
