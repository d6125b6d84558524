package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Program;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Calls of functions of the project whose file is not there: what they do nobody knows. */
final class Missing {

  private static final int MOST_STEPS = 32;

  private final Program program;
  private final Map<String, String> told = new TreeMap<>();
  private final Set<String> computed = new TreeSet<>();

  Missing(Program program) {
    this.program = program;
  }

  /** Whether a call goes to a file of the project that is not there. */
  boolean isMissing(int call) {
    int function = program.functionOf(call);
    Body body = program.body(function);
    Op callee = body.op(call - program.base(function));
    if (callee != Op.CALL && callee != Op.NEW) {
      return false;
    }
    int value = program.base(function) + body.a(call - program.base(function));
    for (int i = 0; i < MOST_STEPS && value >= 0; i++) {
      function = program.functionOf(value);
      body = program.body(function);
      int base = program.base(function);
      int v = value - base;
      switch (body.op(v)) {
        case LOAD, SIGMA, AWAIT -> value = base + body.a(v);
        case NEW, CALL -> {
          if (isComputed(function, body, v)) {
            computed.add(program.flowOf(function).path());
            return false;
          }
          value = base + body.a(v);
        }
        case CAPTURE -> value = captured(function, body.a(v));
        case MODULE, IMPORT -> {
          String specifier = program.flowOf(function).name(body.a(v));
          int file = program.fileOf(function);
          boolean missing = specifier.startsWith(".") && program.module(file, specifier) < 0;
          if (missing && program.leadsNowhere(file, specifier) && mayBeCode(specifier)) {
            told.putIfAbsent(program.file(file).path(), specifier);
          }
          return missing;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether a call loads a module under a name that is not a constant. */
  private boolean isComputed(int function, Body body, int call) {
    int callee = body.a(call);
    if (body.op(call) != Op.CALL || callee < 0 || body.op(callee) != Op.GLOBAL) {
      return false;
    }
    String name = program.flowOf(function).name(body.a(callee));
    return (name.equals("require") || name.equals("import")) && body.listSize(body.c(call)) == 1;
  }

  /** The files that call functions of modules whose names are computed. */
  Set<String> computed() {
    return computed;
  }

  /** The value that a capture of a function is, where the function is made; -1 if it is nowhere. */
  int captured(int function, int index) {
    int made = program.creation(function);
    if (made < 0) {
      return -1;
    }
    int outer = program.functionOf(made);
    int list = program.body(outer).c(made - program.base(outer));
    Body body = program.body(outer);
    int value = index < body.listSize(list) ? body.listAt(list, index) : -1;
    return value < 0 ? -1 : program.base(outer) + value;
  }

  private static boolean mayBeCode(String specifier) {
    return !specifier.endsWith(".json") && !specifier.endsWith(".node");
  }

  /** The files that call such functions, each with a specifier that leads nowhere. */
  Map<String, String> files() {
    return told;
  }
}
