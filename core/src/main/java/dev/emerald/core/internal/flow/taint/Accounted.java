package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import java.util.BitSet;

/** Whether it is known of all parts of a value where they come from. */
final class Accounted {

  private static final int MOST_VALUES = 200;

  private final Tabulation all;
  private final Program program;
  private final Backwards backwards;
  private final BitSet labelled = new BitSet();

  Accounted(Tabulation all) {
    this.all = all;
    this.program = all.program;
    this.backwards = new Backwards(all);
    for (int fact = 0; fact < all.facts.size(); fact++) {
      int value = all.facts.value(fact);
      if (value >= 0 && all.facts.path(fact) == Paths.WHOLE) {
        labelled.set(value);
      }
    }
  }

  /** Whether an argument of a call is made of constants and of data that was followed, alone. */
  boolean isWhole(int call, int argument) {
    int function = program.functionOf(call);
    Body body = program.body(function);
    int u = call - program.base(function);
    if (body.op(u) != Op.CALL && body.op(u) != Op.NEW) {
      return false;
    }
    int list = body.c(u);
    int v = argument < 0 ? body.b(u) : body.listAt(list, argument);
    IntList open = new IntList();
    BitSet seen = new BitSet();
    open.add(program.base(function) + v);
    for (int i = 0; i < open.size(); i++) {
      int value = open.get(i);
      boolean part = isMadeOfParts(value);
      if (!part && !labelled.get(value) && !isConstant(value) || i > MOST_VALUES) {
        return false;
      }
      IntList parts = part ? backwards.of(value) : new IntList(0);
      for (int j = 0; j < parts.size(); j++) {
        if (!seen.get(parts.get(j))) {
          seen.set(parts.get(j));
          open.add(parts.get(j));
        }
      }
    }
    return true;
  }

  private boolean isMadeOfParts(int value) {
    return switch (program.op(value)) {
      case CONCAT, PHI, SIGMA -> true;
      case CALL -> all.types.callees(value) != null;
      case PARAM -> all.types.callers(program.functionOf(value)) != null;
      default -> false;
    };
  }

  private boolean isConstant(int value) {
    return switch (program.op(value)) {
      case CONST, REGEX, FUNCTION -> true;
      default -> false;
    };
  }
}
