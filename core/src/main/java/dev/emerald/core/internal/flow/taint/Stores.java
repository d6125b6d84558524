package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Names;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;

/**
 * What becomes of a store: the object it goes into has other names. It is followed back to where
 * the object comes from, so that all values that are the object see it; out of the function, if it
 * comes from outside; and to the shared heap, if the object lives on.
 */
final class Stores {

  private final Tabulation all;
  private final Program program;
  private final IntList open = new IntList();

  Stores(Tabulation all) {
    this.all = all;
    this.program = all.program;
  }

  /** Something controlled lies on a path below a value from now on. */
  void into(int context, int value, int path, int mark, int from, int via) {
    if (value < 0) {
      return;
    }
    int fact = all.reach(context, value, path, mark, from, via);
    if (fact >= 0) {
      open.add(fact);
    }
  }

  /** Follows what was stored back to where its objects come from. */
  void finish() {
    while (open.size() > 0) {
      back(open.removeLast());
    }
  }

  private void back(int fact) {
    int context = all.facts.context(fact);
    int value = all.facts.value(fact);
    int path = all.facts.path(fact);
    int mark = all.facts.mark(fact);
    int function = program.functionOf(value);
    Body body = program.body(function);
    int base = program.base(function);
    int v = value - base;
    Op op = body.op(v);
    if (path != Paths.WHOLE && share(fact, value, op, path, mark)) {
      return;
    }
    switch (op) {
      case SIGMA, AWAIT -> into(context, base + body.a(v), path, mark, fact, Facts.NONE);
      case PHI -> {
        int list = body.c(v);
        for (int i = 0; i < body.listSize(list); i++) {
          if (body.listAt(list, i) >= 0) {
            into(context, base + body.listAt(list, i), path, mark, fact, Facts.NONE);
          }
        }
      }
      case LOAD -> {
        int key = program.names().of(program.fileOf(function), body.b(v));
        into(context, base + body.a(v), all.paths.below(key, path), mark, fact, Facts.NONE);
        int api = all.apis.sharedProperty(function, v);
        if (api >= 0) {
          all.sharedApi(api, path, mark, fact);
        }
      }
      case LOAD_KEY, ELEMENT ->
          into(
              context,
              base + body.a(v),
              all.paths.below(Names.ELEMENT, path),
              mark,
              fact,
              Facts.NONE);
      case PARAM, THIS, CAPTURE -> all.exit(context, value, fact);
      case CELL_GET ->
          all.shared(
              all.types.cell(program.cell(program.fileOf(function), body.a(v))), path, mark, fact);
      case CALL -> chained(context, body, base, v, path, mark, fact);
      default -> {}
    }
  }

  /** A method that gives back its receiver: {@code o.a().b()} stores into one object. */
  private void chained(int context, Body body, int base, int v, int path, int mark, int fact) {
    int receiver = body.b(v);
    if (receiver < 0) {
      return;
    }
    int[] own = all.types.of(base + v);
    for (int thing : all.types.of(base + receiver)) {
      for (int each : own) {
        if (each == thing) {
          into(context, base + receiver, path, mark, fact, Facts.NONE);
          return;
        }
      }
    }
  }

  /** Puts it into the objects that live on; gives true if the value can be no other object. */
  private boolean share(int fact, int value, Op op, int path, int mark) {
    if (all.types.isAnything(value)) {
      shareOwn(fact, value);
      return true;
    }
    Things things = all.types.things();
    int key = all.paths.first(path);
    int[] held = all.types.of(value);
    boolean whole = held.length > 0;
    for (int thing : held) {
      boolean object = things.kind(thing) == Things.Kind.OBJECT;
      boolean lives = object ? livesOn(things.subject(thing), value, op) : livesOn(thing);
      int node = lives ? all.types.field(thing, key) : -1;
      whole &= node >= 0 && !object;
      if (node >= 0) {
        all.shared(node, all.paths.rest(path), mark, fact);
      }
    }
    return whole;
  }

  /**
   * Puts what lies below {@code this} into instances of the class that the method is written in,
   * where it may be anything else as well.
   */
  void shareOwn(int fact, int value) {
    if (value >= program.values()) {
      return;
    }
    int function = program.functionOf(value);
    Body body = program.body(function);
    int origin = origin(body, value - program.base(function));
    if (origin < 0 || body.op(origin) != Op.THIS) {
      return;
    }
    int own = all.types.of(value)[0];
    if (all.types.things().kind(own) == Things.Kind.INSTANCE) {
      int path = all.facts.path(fact);
      int node = all.types.field(own, all.paths.first(path));
      if (node >= 0) {
        all.shared(node, all.paths.rest(path), all.facts.mark(fact), fact);
      }
    }
  }

  /** Whether a thing that is no plain object has properties that all functions see. */
  boolean livesOn(int thing) {
    Things things = all.types.things();
    return switch (things.kind(thing)) {
      case OBJECT, BOUND, RESOLVER, REGEX -> false;
      default -> true;
    };
  }

  /** Whether an object is seen by functions that do not get it from the one at hand. */
  private boolean livesOn(int made, int value, Op op) {
    int maker = program.functionOf(made);
    if (program.body(maker).is(Body.TOP_LEVEL)) {
      return true;
    }
    return switch (op) {
      case THIS, CELL_GET, LOAD, LOAD_KEY, ELEMENT, CALL, NEW -> maker != program.functionOf(value);
      default -> false;
    };
  }

  /** The value that a value is another name of, as far as its function tells. */
  static int origin(Body body, int value) {
    int v = value;
    while (v >= 0 && (body.op(v) == Op.SIGMA || body.op(v) == Op.AWAIT)) {
      v = body.a(v);
    }
    return v;
  }
}
