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
   * Whether all conditions that hold at a store come out so if the key is a certain name, in
   * whatever way the key got that far.
   */
  private boolean isStored(int function, Body body, IntList keys, int key, int read, int name) {
    int before = key;
    while (before >= 0 && body.op(before) == Op.SIGMA) {
      before = body.a(before);
    }
    if (before < 0 || key == before) {
      return false;
    }
    if (body.op(before) != Op.PHI) {
      return isStored(function, body, keys, key, read, name, before);
    }
    int list = body.c(before);
    for (int i = 0; i < body.listSize(list); i++) {
      int way = body.listAt(list, i);
      boolean comes = way >= 0 && (flow.bits[program.base(function) + way] & name) != 0;
      if (comes && !isStored(function, body, keys, key, read, name, way)) {
        return false;
      }
    }
    return true;
  }

  /** The same for one way that a key got so far. */
  private boolean isStored(
      int function, Body body, IntList keys, int key, int read, int name, int way) {
    Map<String, Boolean> flags = new HashMap<>();
    tests.flags(function, way, flags);
    int open = -1;
    boolean any = false;
    // What holds for the read as well need not come out in any way.
    for (int v = key; body.op(v) == Op.SIGMA && v != read; v = body.a(v)) {
      if (tests.decides(function, v, body.a(v), Guess.ofName(name), flags)) {
        any = true;
      } else if (open >= 0) {
        return false;
      } else {
        open = v;
      }
    }
    return any && (open < 0 || isStoredElse(function, body, keys, open, read, name, flags));
  }

  /** Whether something is stored as well where one condition comes out the other way. */
  private boolean isStoredElse(
      int function,
      Body body,
      IntList keys,
      int sigma,
      int read,
      int name,
      Map<String, Boolean> flags) {
    for (int i = 0; i < keys.size(); i++) {
      boolean decided = true;
      boolean other = false;
      int v = keys.get(i);
      for (; body.op(v) == Op.SIGMA && v != read && decided; v = body.a(v)) {
        boolean opposite =
            body.a(v) == body.a(sigma)
                && body.b(v) == body.b(sigma)
                && body.c(v) == 1 - body.c(sigma);
        other |= opposite;
        decided = opposite || tests.decides(function, v, body.a(v), Guess.ofName(name), flags);
      }
      if (other && decided && v == read) {
        return true;
      }
    }
    return false;
  }
}
