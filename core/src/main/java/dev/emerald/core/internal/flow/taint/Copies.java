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

  /** For each value the one that it is, which may be itself. */
  private final int[] of;

  private Copies(int[] of) {
    this.of = of;
  }

  /** The copies of a program. */
  static Copies of(Program program, FlowEffects effects, Checks checks) {
    int[] of = new int[program.values()];
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      FileFlow file = program.flowOf(function);
      int base = program.base(function);
      for (int v = 0; v < body.size(); v++) {
        int value = base + v;
        of[value] =
            switch (body.op(v)) {
              case SIGMA ->
                  effects.saysNothing(file, body, v) && !checks.tests(function, body, v)
                      ? of[base + body.a(v)]
                      : value;
              case PHI -> joined(of, body, base, v);
              default -> value;
            };
      }
    }
    return new Copies(of);
  }

  /** The one value that a PHI joins; itself if there are more, or one that comes after it. */
  private static int joined(int[] of, Body body, int base, int phi) {
    int list = body.c(phi);
    int one = -1;
    for (int i = 0; i < body.listSize(list); i++) {
      int operand = body.listAt(list, i);
      if (operand < 0 || operand >= phi || one >= 0 && of[base + operand] != one) {
        return base + phi;
      }
      one = of[base + operand];
    }
    return one < 0 ? base + phi : one;
  }

  /** Takes each value for itself, where it is asked of each what is known of it. */
  static Copies none(Program program) {
    int[] of = new int[program.values()];
    for (int value = 0; value < of.length; value++) {
      of[value] = value;
    }
    return new Copies(of);
  }

  /** The value that a value is. */
  int of(int value) {
    return of[value];
  }
}
