package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which functions of the program a call may call. */
final class Calls {

  /** How many functions a call is followed into. */
  static final int MOST = 16;

  private final LongIntMap lists = new LongIntMap();
  private final List<IntList> callees = new ArrayList<>();
  private final @Nullable IntList[] callers;

  Calls(int functions) {
    callers = new IntList[functions];
  }

  /**
   * Takes note of a call.
   *
   * @param shift what is added to the index of an argument to get that of the parameter
   * @return whether it is new
   */
  boolean add(int call, int function, int shift) {
    int list = lists.get(call);
    if (list < 0) {
      list = callees.size();
      callees.add(new IntList(2));
      lists.putNew(call, list);
    }
    IntList of = callees.get(list);
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
    int list = lists.get(call);
    return list < 0 ? null : callees.get(list);
  }

  /** The calls of a function; null if none is known. */
  @Nullable IntList callers(int function) {
    return callers[function];
  }
}
