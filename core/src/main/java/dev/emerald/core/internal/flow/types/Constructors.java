package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;

/**
 * Functions that are written to be constructed though the program itself may never do so: they give
 * what they construct methods, and are called or handed on as constructors are.
 */
final class Constructors {

  private Constructors() {}

  /** Whether a function puts functions or objects into its receiver and has no other owner. */
  static boolean isOne(Program program, int function) {
    int receiver = program.receiver(function);
    int made = program.creation(function);
    if (receiver < 0 || made < 0) {
      return false;
    }
    Body body = program.body(function);
    int self = receiver - program.base(function);
    boolean gives = false;
    for (int i = 0, n = program.uses().count(receiver); i < n && !gives; i++) {
      int user = program.uses().get(receiver, i) - program.base(function);
      gives =
          body.op(user) == Op.STORE
              && body.a(user) == self
              && body.c(user) >= 0
              && (body.op(body.c(user)) == Op.FUNCTION || body.op(body.c(user)) == Op.OBJECT);
    }
    return gives && (isCapital(body.name()) || isHandedOn(program, made));
  }

  private static boolean isCapital(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
  }

  /** Whether a function is all that a module exports, or is given away by name to be used later. */
  private static boolean isHandedOn(Program program, int made) {
    Body outer = program.body(program.functionOf(made));
    int base = program.base(program.functionOf(made));
    for (int i = 0, n = program.uses().count(made); i < n; i++) {
      int user = program.uses().get(made, i) - base;
      if (outer.op(user) == Op.SET_EXPORTS || isRegistered(program, made, outer, user)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRegistered(Program program, int made, Body outer, int user) {
    int base = program.base(program.functionOf(made));
    int list = outer.op(user) == Op.CALL ? outer.c(user) : -1;
    int size = outer.listSize(list);
    return size > 0
        && outer.listAt(list, size - 1) == made - base
        && Registrations.isOne(program.flowOf(program.functionOf(made)), outer, user);
  }
}
