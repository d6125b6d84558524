package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Effects.Reach;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import java.util.BitSet;

/**
 * Functions that do little more than hand a parameter to an API: what is wrong there is wrong where
 * they are called, and so each of these calls is told of in place of the one within.
 */
final class Wrappers {

  /** A function that calls more than this does something of its own. */
  private static final int MOST_CALLS = 3;

  private static final int MOST_CLOSURES = 3;
  private static final int MOST_CALLERS = 64;

  /** What is called at one place alone may as well be mended within. */
  private static final int LEAST_CALLERS = 2;

  private final Tabulation all;
  private final Program program;
  private final BitSet entered;

  /**
   * @param entered the functions that outsiders call themselves
   */
  Wrappers(Tabulation all, BitSet entered) {
    this.all = all;
    this.program = all.program;
    this.entered = entered;
  }

  /**
   * The calls of the wrapper that a hit lies in: pairs of a call and the fact at its argument;
   * empty if it lies in none.
   */
  IntList calls(Hits.Hit hit) {
    IntList calls = new IntList(2);
    IntList open = all.hits.facts(hit);
    for (int i = 0; i < MOST_CLOSURES && open.size() > 0; i++) {
      IntList outer = new IntList(1);
      for (int j = 0; j < open.size(); j++) {
        if (!senders(hit, open.get(j), calls, outer)) {
          return new IntList(0);
        }
      }
      open = outer;
    }
    return open.size() > 0 || !areMany(calls) ? new IntList(0) : calls;
  }

  /** Goes from a fact to those who sent it in; gives false if the function is no wrapper. */
  private boolean senders(Hits.Hit hit, int fact, IntList calls, IntList outer) {
    int context = all.facts.context(fact);
    int value = all.facts.value(fact);
    if (context < 0
        || value < 0
        || value >= program.values()
        || all.contexts.isOpen(context)
        || all.facts.path(fact) != Paths.WHOLE) {
      return false;
    }
    int function = program.functionOf(value);
    Body body = program.body(function);
    int origin = program.base(function) + Stores.origin(body, value - program.base(function));
    if (origin != all.contexts.root(context) || entered.get(function) || calls(body) > MOST_CALLS) {
      return false;
    }
    IntList senders = all.contexts.senders(context);
    for (int i = 0; i < senders.size(); i += 3) {
      switch (senders.get(i + 2)) {
        case Tabulation.CALL -> {
          if (calls.size() < 2 * MOST_CALLERS && harms(hit, senders.get(i + 1))) {
            calls.add(senders.get(i));
            calls.add(senders.get(i + 1));
          }
        }
        case Tabulation.CLOSURE -> outer.add(senders.get(i + 1));
        default -> {
          return false;
        }
      }
    }
    return senders.size() > 0;
  }

  /** Whether what is sent in does harm by itself: many facts may have become one on their way. */
  private boolean harms(Hits.Hit hit, int sent) {
    Taint taint = all.marks.taint(all.facts.mark(sent));
    int function = program.functionOf(hit.call());
    int u = hit.call() - program.base(function);
    FlowModels.Sink sink = hit.sink();
    return sink != null
        && (taint.kinds() >>> hit.kind() & 1) == 1
        && all.effects.reaches(
                program.flowOf(function), program.body(function), u, hit.argument(), sink, taint)
            != Reach.NONE;
  }

  private static boolean areMany(IntList calls) {
    BitSet distinct = new BitSet();
    for (int i = 0; i < calls.size(); i += 2) {
      distinct.set(calls.get(i));
    }
    return distinct.cardinality() >= LEAST_CALLERS;
  }

  private static int calls(Body body) {
    int calls = 0;
    for (int v = 0; v < body.size(); v++) {
      calls += body.op(v) == Op.CALL || body.op(v) == Op.NEW ? 1 : 0;
    }
    return calls;
  }
}
