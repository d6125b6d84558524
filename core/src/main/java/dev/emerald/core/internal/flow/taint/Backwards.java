package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Types;

/**
 * What values are made of: the step back from a value, as a reader of the program would take it.
 */
final class Backwards {

  private static final int MOST_CALLERS = 16;

  private final Program program;
  private final Types types;
  private final Missing captured;

  Backwards(Tabulation all) {
    this.program = all.program;
    this.types = all.types;
    this.captured = all.missing;
  }

  /** The values that a value may be made of. */
  IntList of(int value) {
    IntList found = new IntList(4);
    int function = program.functionOf(value);
    Body body = program.body(function);
    int base = program.base(function);
    int v = value - base;
    switch (body.op(v)) {
      case SIGMA, LOAD, ELEMENT, KEY_OF, AWAIT, SPREAD, UNARY, YIELD -> add(found, base, body.a(v));
      case LOAD_KEY, BINARY -> {
        add(found, base, body.a(v));
        add(found, base, body.b(v));
      }
      case PHI, ARRAY, CONCAT, TAGGED, OPAQUE, CATCH -> list(found, body, base, body.c(v));
      case CALL, NEW -> call(found, value, body, base, v);
      case OBJECT -> stored(found, value);
      case CAPTURE -> {
        int outer = captured.captured(function, body.a(v));
        if (outer >= 0) {
          found.add(outer);
        }
      }
      case CELL_GET -> cell(found, program.fileOf(function), body.a(v));
      case PARAM -> given(found, function, body.a(v));
      default -> {
        // It begins here.
      }
    }
    return found;
  }

  private static void add(IntList found, int base, int v) {
    if (v >= 0) {
      found.add(base + v);
    }
  }

  private static void list(IntList found, Body body, int base, int list) {
    for (int i = 0; i < body.listSize(list); i++) {
      add(found, base, body.listAt(list, i));
    }
  }

  private void call(IntList found, int call, Body body, int base, int v) {
    IntList callees = types.callees(call);
    if (callees == null) {
      list(found, body, base, body.c(v));
      if (body.op(v) == Op.CALL) {
        add(found, base, body.b(v));
      }
      return;
    }
    for (int i = 0; i < callees.size(); i += 2) {
      int callee = callees.get(i);
      Body inner = program.body(callee);
      for (int r = 0; r < inner.size(); r++) {
        if (inner.op(r) == Op.RETURN) {
          add(found, program.base(callee), inner.a(r));
        }
      }
    }
  }

  /** What is stored in an object where it is made. */
  private void stored(IntList found, int object) {
    int function = program.functionOf(object);
    Body body = program.body(function);
    int base = program.base(function);
    for (int i = 0, n = program.uses().count(object); i < n; i++) {
      int user = program.uses().get(object, i) - base;
      if (body.op(user) == Op.STORE || body.op(user) == Op.STORE_KEY) {
        add(found, base, body.c(user));
      }
    }
  }

  private void cell(IntList found, int file, int cell) {
    int first = program.function(file, 0);
    for (int i = 0; i < program.file(file).bodies().size(); i++) {
      Body body = program.body(first + i);
      for (int v = 0; v < body.size(); v++) {
        if (body.op(v) == Op.CELL_SET && body.a(v) == cell) {
          add(found, program.base(first + i), body.b(v));
        }
      }
    }
  }

  /** What the known calls of a function give as a parameter. */
  private void given(IntList found, int function, int index) {
    IntList calls = types.callers(function);
    for (int i = 0; calls != null && i < Math.min(calls.size(), MOST_CALLERS); i++) {
      int call = calls.get(i);
      int caller = program.functionOf(call);
      Body body = program.body(caller);
      int list = body.c(call - program.base(caller));
      IntList callees = types.callees(call);
      for (int j = 0; callees != null && j < callees.size(); j += 2) {
        int at = index - callees.get(j + 1);
        if (callees.get(j) == function && at >= 0 && at < body.listSize(list)) {
          add(found, program.base(caller), body.listAt(list, at));
        }
      }
    }
  }
}
