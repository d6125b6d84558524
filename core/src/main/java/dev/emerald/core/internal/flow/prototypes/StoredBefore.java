package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads under a key under which something new was stored just before: where {@code o[k]} was
 * missing, or was nothing to descend into, {@code o[k] = {}} comes first.
 */
final class StoredBefore {

  private static final int MOST_BETWEEN = 60;

  private final KeyFlow flow;
  private final Program program;
  private final NameTests tests;

  StoredBefore(KeyFlow flow, NameTests tests) {
    this.flow = flow;
    this.program = flow.program;
    this.tests = tests;
  }

  /** What is known of the key of a read, but for names under which something new was stored. */
  int left(int function, Body body, int read) {
    int base = program.base(function);
    int of = body.b(read) < 0 ? 0 : flow.bits[base + body.b(read)];
    if ((of & Reach.INNER_PROTO) != 0 && body.op(body.b(read)) == Op.CALL) {
      of |= Reach.PROTO;
    }
    int key = Values.plain(body, body.b(read));
    if (key < 0 || (of & Reach.NAMES) == 0) {
      return of;
    }
    IntList keys = new IntList();
    for (int v = Math.max(key, read - MOST_BETWEEN); v < read; v++) {
      if (body.op(v) == Op.STORE_KEY
          && Values.plain(body, body.b(v)) == key
          && isNew(body, body.c(v))
          && Values.same(body, body.a(v), body.a(read))) {
        keys.add(body.b(v));
      }
    }
    int left = of;
    for (int i = 0; i < keys.size(); i++) {
      for (int name : Reach.samples()) {
        if ((left & name) != 0 && isStored(function, body, keys, keys.get(i), body.b(read), name)) {
          left &= ~name;
        }
      }
    }
    return left;
  }

  private static boolean isNew(Body body, int value) {
    int plain = value < 0 ? -1 : Values.plain(body, value);
    return plain >= 0 && (body.op(plain) == Op.OBJECT || body.op(plain) == Op.ARRAY);
  }

  /**
   * Whether something is stored for sure if the key is a certain name, in whatever way the key got
   * as far as the read.
   */
  private boolean isStored(int function, Body body, IntList keys, int key, int read, int name) {
    if (key == read) {
      return false;
    }
    Store store = new Store(function, body, keys, read, Guess.ofName(name));
    int before = read;
    while (body.op(before) == Op.SIGMA) {
      before = body.a(before);
    }
    if (body.op(before) != Op.PHI) {
      return store.isSure(key, flags(function, read));
    }
    int list = body.c(before);
    for (int i = 0; i < body.listSize(list); i++) {
      int way = body.listAt(list, i);
      boolean comes = way >= 0 && (flow.bits[program.base(function) + way] & name) != 0;
      if (comes && !store.isSure(key, flags(function, way))) {
        return false;
      }
    }
    return true;
  }

  private Map<String, Boolean> flags(int function, int value) {
    Map<String, Boolean> flags = new HashMap<>();
    tests.flags(function, value, flags);
    return flags;
  }

  /** What is stored under one key before it is read under it. */
  private final class Store {

    private final int function;
    private final Body body;
    private final IntList keys;
    private final int read;
    private final Guess name;
    private int steps = MOST_BETWEEN;

    Store(int function, Body body, IntList keys, int read, Guess name) {
      this.function = function;
      this.body = body;
      this.keys = keys;
      this.read = read;
      this.name = name;
    }

    /** Whether all conditions at a key come out so, but for one whose other way stores as well. */
    boolean isSure(int key, Map<String, Boolean> flags) {
      return isSure(key, -1, flags) || isSureElse(key, flags);
    }

    /** What holds for the read as well need not come out in any way. */
    private boolean isSure(int key, int given, Map<String, Boolean> flags) {
      int v = key;
      while (v != read && body.op(v) == Op.SIGMA && --steps > 0) {
        if (v != given && !tests.decides(function, v, body.a(v), name, flags)) {
          return false;
        }
        v = body.a(v);
      }
      if (v == read || body.op(v) != Op.PHI) {
        return true;
      }
      // One of several conditions is enough.
      int list = body.c(v);
      for (int i = 0; i < body.listSize(list) && steps > 0; i++) {
        int way = body.listAt(list, i);
        if (way >= 0 && body.op(way) == Op.SIGMA && isSure(way, given, flags)) {
          return true;
        }
      }
      return false;
    }

    private boolean isSureElse(int key, Map<String, Boolean> flags) {
      for (int v = key; v != read && body.op(v) == Op.SIGMA; v = body.a(v)) {
        if (!tests.decides(function, v, body.a(v), name, flags)) {
          int other = other(v);
          return other >= 0 && isSure(key, v, flags) && isSure(keys.get(other), opposite, flags);
        }
      }
      return false;
    }

    private int opposite;

    /** The store where a condition comes out the other way, by number; -1 if there is none. */
    private int other(int sigma) {
      for (int i = 0; i < keys.size(); i++) {
        int v = keys.get(i);
        for (; v != read && body.op(v) == Op.SIGMA; v = body.a(v)) {
          if (body.a(v) == body.a(sigma)
              && body.b(v) == body.b(sigma)
              && body.c(v) == 1 - body.c(sigma)) {
            opposite = v;
            return i;
          }
        }
      }
      return -1;
    }
  }
}
