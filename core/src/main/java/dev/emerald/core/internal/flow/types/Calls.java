package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.numbers.IntList;
import org.jspecify.annotations.Nullable;

/** Which functions of the program a call may call. */
final class Calls {

  /** How many functions a call is followed into. */
  static final int MOST = 16;

  private final @Nullable IntList[] callees;
  private final @Nullable IntList[] callers;

  Calls(int functions, int values) {
    callees = new IntList[values];
    callers = new IntList[functions];
  }

  /**
   * Takes note of a call.
   *
   * @param shift what is added to the index of an argument to get that of the parameter
   * @return whether it is new
   */
  boolean add(int call, int function, int shift) {
    IntList of = callees[call];
    if (of == null) {
      of = new IntList(2);
      callees[call] = of;
    }
    for (int i = 0; i < of.size(); i += 2) {
      if (of.get(i) == function && of.get(i + 1) == shift) {
        return false;
      }
    }
    if (of.size() >= 2 * MOST) {
      return false;
    }
    of.add(function);
    of.add(shift);
    IntList from = callers[function];
    if (from == null) {
      from = new IntList(2);
      callers[function] = from;
    }
    from.add(call);
    return true;
  }

  /** Pairs of a function and the shift of its arguments; null if no function is known. */
  @Nullable IntList callees(int call) {
    return callees[call];
  }

  /** The calls of a function; null if none is known. */
  @Nullable IntList callers(int function) {
    return callers[function];
  }
}
