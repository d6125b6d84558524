package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.FlowEffects;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.types.Program;

/**
 * Values that are another value and nothing else: behind a condition that says nothing of data, or
 * where the ways behind such conditions join. A third of all values that are controlled are such;
 * what is found of one is found of the value that it is.
 */
final class Copies {

  private final Program program;
  private final FlowEffects effects;
  private final Checks checks;

  /**
   * For each value the one that it is, which may be itself, plus 1; 0 in functions that nothing has
   * come to yet.
   */
  private final int[] of;

  private final boolean each;

  /**
   * The copies of a program.
   *
   * @param each whether each value is taken for itself, since it is asked of each what is known
   */
  Copies(Program program, FlowEffects effects, Checks checks, boolean each) {
    this.program = program;
    this.effects = effects;
    this.checks = checks;
    this.each = each;
    this.of = each ? new int[0] : new int[program.values()];
  }

  /** The value that a value is. */
  int of(int value) {
    if (each) {
      return value;
    }
    if (of[value] == 0) {
      fill(program.functionOf(value));
    }
    return of[value] - 1;
  }

  private void fill(int function) {
    Body body = program.body(function);
    FileFlow file = program.flowOf(function);
    int base = program.base(function);
    for (int v = 0; v < body.size(); v++) {
      of[base + v] =
          switch (body.op(v)) {
            case SIGMA ->
                effects.saysNothing(file, body, v) && !checks.tests(function, body, v)
                    ? of[base + body.a(v)]
                    : base + v + 1;
            case PHI -> joined(body, base, v);
            default -> base + v + 1;
          };
    }
  }

  /** The one value that a PHI joins; itself if there are more, or one that comes after it. */
  private int joined(Body body, int base, int phi) {
    int list = body.c(phi);
    int one = 0;
    for (int i = 0; i < body.listSize(list); i++) {
      int operand = body.listAt(list, i);
      if (operand < 0 || operand >= phi || one > 0 && of[base + operand] != one) {
        return base + phi + 1;
      }
      one = of[base + operand];
    }
    return one == 0 ? base + phi + 1 : one;
  }
}
