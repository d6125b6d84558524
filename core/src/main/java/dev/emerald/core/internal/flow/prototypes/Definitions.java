package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where values are made: through variables that are written once, captures, and modules. */
final class Definitions {

  private static final int MOST_STEPS = 12;
  private static final int MOST_NAMES = 5;
  private static final int NEVER = -1;
  private static final int OFTEN = -2;

  private final Program program;
  private final int[] writes;

  /** By cell: the functions that are written to it. */
  private final Map<Integer, IntList> functions = new HashMap<>();

  /** By value: the cell that it is written to. */
  private final Map<Integer, Integer> cells = new HashMap<>();

  private final Map<Integer, Map<String, Integer>> exports = new HashMap<>();

  Definitions(Program program) {
    this.program = program;
    this.writes = new int[program.cells()];
    Arrays.fill(writes, NEVER);
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        if (body.op(v) == Op.CELL_SET) {
          int cell = program.cell(program.fileOf(function), body.a(v));
          int written = program.base(function) + body.b(v);
          note(function, body, v, cell);
          writes[cell] = writes[cell] == NEVER || isUndefined(function, body, v) ? written : OFTEN;
        }
      }
    }
  }

  private void note(int function, Body body, int write, int cell) {
    int plain = body.b(write) < 0 ? -1 : Values.plain(body, body.b(write));
    if (plain < 0) {
      return;
    }
    if (body.op(plain) == Op.FUNCTION) {
      int written = program.base(function) + body.b(write);
      functions.computeIfAbsent(cell, c -> new IntList()).add(written);
    } else {
      cells.put(program.base(function) + plain, cell);
    }
  }

  /**
   * What an option or another flag is called wherever it is asked, as long as nothing writes it in
   * between; null if it is none.
   */
  @Nullable String flag(int value) {
    return flag(value, 0);
  }

  private @Nullable String flag(int value, int depth) {
    int function = program.functionOf(value);
    Body body = program.body(function);
    int v = Values.plain(body, value - program.base(function));
    if (v < 0 || depth > MOST_NAMES) {
      return null;
    }
    Integer cell = cells.get(program.base(function) + v);
    if (cell != null) {
      return "cell " + cell;
    }
    switch (body.op(v)) {
      case LOAD -> {
        String holder = flag(program.base(function) + body.a(v), depth + 1);
        return holder == null ? null : holder + "." + program.flowOf(function).name(body.b(v));
      }
      case THIS -> {
        return "this " + function;
      }
      case PARAM -> {
        return "parameter " + function + " " + body.a(v);
      }
      case CAPTURE -> {
        int captured = captured(function, body.a(v), -1);
        return captured < 0 ? null : flag(captured, depth + 1);
      }
      case CELL_GET -> {
        return "cell " + program.cell(program.fileOf(function), body.a(v));
      }
      default -> {
        return null;
      }
    }
  }

  /** The functions that a variable may hold, each with the branch that it is written on. */
  IntList functions(int value) {
    int made = local(value);
    int function = program.functionOf(made);
    Body body = program.body(function);
    int m = made - program.base(function);
    IntList found =
        body.op(m) == Op.CELL_GET
            ? functions.get(program.cell(program.fileOf(function), body.a(m)))
            : null;
    return found == null ? new IntList() : found;
  }

  /** The name of what is called: that of a function that was taken from its object, too. */
  String calleeName(int function, int call) {
    Body body = program.body(function);
    String name = Values.calleeName(program.flowOf(function), body, call);
    if (!name.isEmpty() || body.a(call) < 0) {
      return name;
    }
    int made = of(program.base(function) + body.a(call));
    int owner = program.functionOf(made);
    Body in = program.body(owner);
    int m = made - program.base(owner);
    return switch (in.op(m)) {
      case LOAD, IMPORT -> program.flowOf(owner).name(in.b(m));
      case MODULE -> NameCalls.camel(program.flowOf(owner).name(in.a(m)));
      default -> "";
    };
  }

  /** What a declaration without a value writes does not count. */
  private boolean isUndefined(int function, Body body, int write) {
    int cell = program.cell(program.fileOf(function), body.a(write));
    int before = writes[cell];
    if (before < 0 || program.op(before) != Op.CONST) {
      return false;
    }
    int owner = program.functionOf(before);
    return !program
        .flowOf(owner)
        .constant(program.body(owner).a(before - program.base(owner)))
        .truthy();
  }

  /** The value, by its number in the program, that a value is a name of. */
  int of(int value) {
    int current = value;
    for (int i = 0; i < MOST_STEPS; i++) {
      int next = step(current);
      if (next < 0 || next == current) {
        return current;
      }
      current = next;
    }
    return current;
  }

  private int step(int value) {
    int function = program.functionOf(value);
    Body body = program.body(function);
    int base = program.base(function);
    int v = Values.plain(body, value - base);
    if (v < 0) {
      return -1;
    }
    int file = program.fileOf(function);
    switch (body.op(v)) {
      case CAPTURE -> {
        return captured(function, body.a(v), base + v);
      }
      case CELL_GET -> {
        int written = writes[program.cell(file, body.a(v))];
        return written < 0 ? base + v : written;
      }
      case IMPORT -> {
        return exported(file, body.a(v), program.flowOf(function).name(body.b(v)), base + v);
      }
      case MODULE -> {
        return exported(file, body.a(v), "", base + v);
      }
      case LOAD -> {
        return property(function, body, v);
      }
      default -> {
        return base + v;
      }
    }
  }

  /** The value of a capture where the closure is made. */
  private int captured(int function, int index, int otherwise) {
    int made = program.creation(function);
    if (made < 0) {
      return otherwise;
    }
    int maker = program.functionOf(made);
    Body body = program.body(maker);
    int list = body.c(made - program.base(maker));
    return index < body.listSize(list) ? program.base(maker) + body.listAt(list, index) : otherwise;
  }

  private int property(int function, Body body, int v) {
    int base = program.base(function);
    int object = Values.plain(body, body.a(v));
    String name = program.flowOf(function).name(body.b(v));
    int holder = base + object;
    if (object >= 0 && body.op(object) != Op.MODULE) {
      holder = local(holder);
    }
    int owner = program.functionOf(holder);
    Body in = program.body(owner);
    int h = holder - program.base(owner);
    if (in.op(h) == Op.MODULE) {
      return exported(program.fileOf(owner), in.a(h), name, base + v);
    }
    if (in.op(h) == Op.OBJECT) {
      int stored = store(owner, in, h, name);
      return stored < 0 ? base + v : stored;
    }
    return base + v;
  }

  /** A step through captures and cells alone. */
  private int local(int value) {
    int current = value;
    for (int i = 0; i < MOST_STEPS; i++) {
      int function = program.functionOf(current);
      Body body = program.body(function);
      int v = Values.plain(body, current - program.base(function));
      if (v < 0 || body.op(v) != Op.CAPTURE && body.op(v) != Op.CELL_GET) {
        return v < 0 ? current : program.base(function) + v;
      }
      int next = step(program.base(function) + v);
      if (next == current) {
        return current;
      }
      current = next;
    }
    return current;
  }

  /** The one value that is stored under a name of an object where it is made; -1 otherwise. */
  int store(int function, Body body, int object, String name) {
    int found = -1;
    for (int v = object + 1; v < body.size(); v++) {
      if (body.op(v) == Op.STORE
          && Values.plain(body, body.a(v)) == object
          && program.flowOf(function).name(body.b(v)).equals(name)) {
        if (found >= 0) {
          return -1;
        }
        found = program.base(function) + body.c(v);
      }
    }
    return found;
  }

  private int exported(int from, int specifier, String name, int otherwise) {
    int file = program.module(from, program.file(from).name(specifier));
    if (file < 0) {
      return otherwise;
    }
    Map<String, Integer> all = exports.computeIfAbsent(file, this::exportsOf);
    int found = all.getOrDefault(name, -1);
    if (found < 0 && !name.isEmpty() && all.getOrDefault("", -1) >= 0) {
      int whole = local(all.getOrDefault("", -1));
      int owner = program.functionOf(whole);
      int v = whole - program.base(owner);
      found = program.op(whole) == Op.OBJECT ? store(owner, program.body(owner), v, name) : -1;
    }
    return found < 0 ? otherwise : found;
  }

  /** What a file exports by name; under the empty name what it exports as a whole. */
  private Map<String, Integer> exportsOf(int file) {
    Map<String, Integer> found = new HashMap<>();
    int function = program.function(file, 0);
    Body body = program.body(function);
    int base = program.base(function);
    for (int v = 0; v < body.size(); v++) {
      switch (body.op(v)) {
        case EXPORT -> found.put(program.file(file).name(body.a(v)), base + body.b(v));
        case SET_EXPORTS -> found.put("", base + body.a(v));
        case STORE -> {
          int object = Values.plain(body, body.a(v));
          if (object >= 0 && body.op(object) == Op.EXPORTS) {
            found.put(program.file(file).name(body.b(v)), base + body.c(v));
          }
        }
        default -> {}
      }
    }
    return found;
  }
}
