package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.States;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Program;

/**
 * Loops that run as often as an outsider says: to the {@code length} of something that may be an
 * object with any length, or to a number.
 */
final class LoopBounds {

  /** The kind of sinks. */
  static final String KIND = "loop-bound-injection";

  private final Tabulation all;
  private final Program program;
  private final int kind;

  LoopBounds(Tabulation all) {
    this.all = all;
    this.program = all.program;
    this.kind = all.apis.models().kinds().indexOf(KIND);
  }

  /** A property of something controlled is read. */
  void read(int fact, int function, Body body, int load) {
    if (kind < 0 || !program.flowOf(function).name(body.b(load)).equals("length")) {
      return;
    }
    Taint taint = all.marks.taint(all.facts.mark(fact));
    if (!isOpen(taint)
        || !States.mayBeObject(taint.state())
        || isArray(program.base(function) + body.a(load))) {
      return;
    }
    int base = program.base(function);
    for (int i = 0, n = program.uses().count(base + load); i < n; i++) {
      int user = program.uses().get(base + load, i) - base;
      int counter = counter(function, body, load, user);
      if (counter >= 0 && !needsElements(body, body.a(load), counter)) {
        add(fact, base + user);
      }
    }
  }

  /** Something controlled is compared. */
  void compared(int fact, int function, Body body, int v, int comparison) {
    if (kind >= 0
        && isOpen(all.marks.taint(all.facts.mark(fact)))
        && counter(function, body, v, comparison) >= 0) {
      add(fact, program.base(function) + comparison);
    }
  }

  private boolean isOpen(Taint taint) {
    return (taint.kinds() >>> kind & 1) == 1;
  }

  /** Whether a value is known to be an array that the program itself has made. */
  private boolean isArray(int value) {
    return all.types.of(value).length > 0;
  }

  private void add(int fact, int at) {
    int mark = all.facts.mark(fact);
    Taint taint = all.marks.taint(mark);
    all.hits.add(
        new Hits.Hit(null, kind, at, 0, taint.origin(), fact, false, false, Marks.guessed(mark)));
  }

  /** What counts up to a bound, in the condition of a loop; -1 if a value is no such condition. */
  private int counter(int function, Body body, int bound, int comparison) {
    if (body.op(comparison) != Op.BINARY) {
      return -1;
    }
    int left = body.a(comparison);
    int right = body.b(comparison);
    int other =
        switch (body.operator(comparison, program.flowOf(function))) {
          case "<", "<=" -> right == bound ? left : -1;
          case ">", ">=" -> left == bound ? right : -1;
          default -> -1;
        };
    int counter = other < 0 ? -1 : Values.plain(body, other);
    if (counter < 0 || body.op(counter) != Op.PHI) {
      return -1;
    }
    int list = body.c(counter);
    for (int i = 0; i < body.listSize(list); i++) {
      int next = Values.plain(body, body.listAt(list, i));
      // What comes after it goes round.
      if (next > counter && counts(body, next, counter)) {
        return counter;
      }
    }
    return -1;
  }

  /** Whether a step is the counter and something added to it. */
  private static boolean counts(Body body, int step, int counter) {
    if (body.op(step) == Op.BINARY) {
      return Values.plain(body, body.a(step)) == counter;
    }
    return body.op(step) == Op.CONCAT
        && body.listSize(body.c(step)) > 0
        && Values.plain(body, body.listAt(body.c(step), 0)) == counter;
  }

  /** Whether the loop ends with an error where an element is missing: its property is read. */
  private static boolean needsElements(Body body, int collection, int counter) {
    for (int v = counter; v < body.size(); v++) {
      if (body.op(v) != Op.LOAD && body.op(v) != Op.CALL && body.op(v) != Op.LOAD_KEY) {
        continue;
      }
      int of = Values.plain(body, body.a(v));
      if (of >= 0
          && body.op(of) == Op.LOAD_KEY
          && Values.same(body, body.a(of), collection)
          && Values.plain(body, body.b(of)) == counter) {
        return true;
      }
    }
    return false;
  }
}
