package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Effects.Reach;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.models.FlowModels.Slot;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Methods that are called by a name that outsiders give. A table of functions that the program
 * writes down holds what it is meant to, and little else; an instance, a module, the global object
 * have methods that are not for everybody.
 */
final class MethodNames {

  static final String KIND = "unsafe-dynamic-method";

  private final Tabulation all;
  private final Program program;
  private final FlowModels.@Nullable Sink sink;

  MethodNames(Tabulation all) {
    this.all = all;
    this.program = all.program;
    int kind = all.apis.models().kinds().indexOf(KIND);
    Slot slot = new Slot(Slot.Where.VALUE, 0, 0, List.of());
    sink = kind < 0 ? null : new FlowModels.Sink(slot, kind, List.of());
  }

  /**
   * A fact comes to the key of a property that is read.
   *
   * @param u the LOAD_KEY
   */
  void key(int fact, int function, int u) {
    FlowModels.Sink of = sink;
    if (of == null) {
      return;
    }
    Body body = program.body(function);
    int base = program.base(function);
    int call = call(function, base + u, 1);
    if (call < 0 || !hasMore(base + body.a(u))) {
      return;
    }
    int mark = all.facts.mark(fact);
    Taint taint = all.marks.taint(mark);
    if ((taint.kinds() >>> of.kind() & 1) == 0) {
      return;
    }
    Reach reach = all.effects.reaches(program.flowOf(function), body, call - base, -1, of, taint);
    if (reach != Reach.NONE) {
      all.hits.add(
          new Hits.Hit(
              of,
              of.kind(),
              call,
              -1,
              taint.origin(),
              fact,
              false,
              reach == Reach.WEAK,
              Marks.guessed(mark)));
    }
  }

  /** The call of a value, be it after a look at its type; -1 if it is not called. */
  private int call(int function, int value, int conditions) {
    Body body = program.body(function);
    int base = program.base(function);
    for (int i = 0, n = program.uses().count(value); i < n; i++) {
      int user = program.uses().get(value, i);
      int u = user - base;
      Op op = body.op(u);
      if ((op == Op.CALL || op == Op.NEW) && base + body.a(u) == value) {
        return user;
      }
      int behind = op == Op.SIGMA && conditions > 0 ? call(function, user, conditions - 1) : -1;
      if (behind >= 0) {
        return behind;
      }
    }
    return -1;
  }

  /** Whether an object has methods beside those that somebody put into a table. */
  private boolean hasMore(int object) {
    Things things = all.types.things();
    boolean more = false;
    for (int thing : all.types.of(object)) {
      switch (things.kind(thing)) {
        case INSTANCE, CLASS, PROTOTYPE, FUNCTION -> more = true;
        default -> {
          // It may be a table.
          return false;
        }
      }
    }
    if (more) {
      return true;
    }
    int function = program.functionOf(object);
    Body body = program.body(function);
    int origin = Stores.origin(body, object - program.base(function));
    String api = all.apis.name(function, origin);
    return switch (body.op(origin)) {
      case GLOBAL -> api != null && api.startsWith("globalThis");
      case MODULE, IMPORT -> api != null;
      default -> false;
    };
  }
}
