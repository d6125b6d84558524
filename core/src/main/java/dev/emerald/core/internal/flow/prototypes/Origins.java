package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import dev.emerald.core.internal.flow.types.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where values come from, seen from one function: backwards, as far as the parameters of the
 * function and of those around it. What calls give is looked through, so that an argument is only
 * taken for what it is at the very call.
 */
final class Origins {

  private static final int MOST_VALUES = 600;
  private static final int MOST_NESTED = 6;
  private static final int MOST_STORES = 4;

  /** What is looked for, and where it stops. */
  enum Mode {
    /** An object that all others may inherit from. */
    OBJECT,
    /** A function of which the prototype is that object. */
    FUNCTION,
    /** A key that may be the name of such an object. */
    NAME,
    /** Any key of outsiders. */
    KEY,
    /** What has such keys: an object with its names, an array with its elements. */
    HOLDER;

    /** Whether it is an object that was reached, and no key. */
    boolean isObject() {
      return this == OBJECT || this == FUNCTION;
    }
  }

  /**
   * A value where the look back stops.
   *
   * @param value a parameter, a receiver, or what outsiders give; {@link #STORED} for what was kept
   *     in an object and read from there, so that nothing is known of the way
   * @param mode what is looked for there
   * @param part whether it was a key or a part on the way
   */
  record Origin(int value, Mode mode, boolean part) {

    // Written out, here as in other keys of large tables: what records have of their own is slow
    // as long as the code has not been compiled for good.

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Origin origin
          && value == origin.value
          && mode == origin.mode
          && part == origin.part;
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // a hash within one run
    public int hashCode() {
      return (value * 8 + mode.ordinal()) * 2 + (part ? 1 : 0);
    }
  }

  /** Kept in an object that others share. */
  static final int STORED = -1;

  private final KeyFlow flow;
  private final Definitions definitions;
  private final int root;
  private final int names;
  private final Program program;
  private final Types types;
  private final Map<Integer, IntList> writes = new HashMap<>();
  private final Map<Origin, Set<Origin>> known = new HashMap<>();
  private final Map<Origin, Set<Origin>> returned = new HashMap<>();
  private @Nullable Map<Long, IntList> stores;
  private int nested;
  private boolean complete = true;

  /**
   * Where objects of one kind come from.
   *
   * @param root one of the bits of {@link Reach#ROOTS}
   */
  Origins(KeyFlow flow, Definitions definitions, int root) {
    this.flow = flow;
    this.definitions = definitions;
    this.root = root;
    this.names =
        switch (root) {
          case Reach.ROOT -> Reach.PROTO | Reach.INNER_PROTO;
          case Reach.LISTED_ROOT -> Reach.PROTO | Reach.LISTED | Reach.INNER_PROTO;
          default -> Reach.CONSTRUCTOR | Reach.INNER_CONSTRUCTOR;
        };
    this.program = flow.program;
    this.types = flow.types;
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        if (body.op(v) == Op.CELL_SET && body.b(v) >= 0) {
          int cell = program.cell(program.fileOf(function), body.a(v));
          writes.computeIfAbsent(cell, c -> new IntList()).add(program.base(function) + body.b(v));
        }
      }
    }
  }

  /** Whether no look back was given up. */
  boolean complete() {
    return complete;
  }

  /** Where a value comes from. */
  Set<Origin> of(int value, Mode mode) {
    Origin asked = new Origin(value, mode, false);
    Set<Origin> found = known.get(asked);
    if (found == null) {
      found = new Look().from(List.of(asked));
      known.put(asked, found);
    }
    return found;
  }

  /** The values between one where a look back stopped and the value that it began with. */
  List<Origin> path(int value, Mode mode, Origin end) {
    Look look = new Look();
    look.from(List.of(new Origin(value, mode, false)));
    List<Origin> path = new ArrayList<>();
    Origin current = end;
    while (current != null && path.size() < MOST_VALUES) {
      path.add(current);
      current = look.before.get(current);
    }
    return path;
  }

  /** Whether a value is what is looked for. */
  boolean is(int value, Mode mode) {
    int bits = flow.bits[value];
    return switch (mode) {
      case OBJECT -> (bits & root) != 0;
      case FUNCTION -> (bits & Reach.FUNCTION) != 0;
      case NAME -> (bits & names) != 0;
      case KEY -> (bits & (Reach.OUTSIDE | Reach.INNER)) != 0;
      case HOLDER -> (bits & Reach.INNER) != 0;
    };
  }

  /** What a call gives for a parameter, a receiver or all arguments of a function: values. */
  IntList given(int call, int parameter) {
    IntList found = new IntList();
    int callee = program.functionOf(parameter);
    Body inner = program.body(callee);
    int p = parameter - program.base(callee);
    int caller = program.functionOf(call);
    Body body = program.body(caller);
    int base = program.base(caller);
    int c = call - base;
    if (inner.op(p) == Op.THIS) {
      if (body.op(c) == Op.CALL && body.b(c) >= 0) {
        found.add(base + body.b(c));
      }
      return found;
    }
    int shift = shift(call, callee);
    boolean all = inner.op(p) == Op.ARGUMENTS;
    boolean rest = !all && inner.b(p) == 1;
    boolean spread = false;
    int list = body.c(c);
    for (int i = 0; i < body.listSize(list); i++) {
      int argument = body.listAt(list, i);
      if (argument < 0) {
        continue;
      }
      spread |= body.op(argument) == Op.SPREAD;
      int at = i + shift;
      if (all || at == inner.a(p) || (rest && at >= inner.a(p)) || (spread && at <= inner.a(p))) {
        found.add(base + argument);
      }
    }
    return found;
  }

  /** How many parameters of a function lie before the first argument of a call. */
  int shift(int call, int callee) {
    IntList callees = types.callees(call);
    for (int i = 0; callees != null && i < callees.size(); i += 2) {
      if (callees.get(i) == callee) {
        return callees.get(i + 1);
      }
    }
    return 0;
  }

  /** Whether a function is the other, or is written in it. */
  boolean isWithin(int inner, int outer) {
    int current = inner;
    while (current >= 0) {
      if (current == outer) {
        return true;
      }
      current = program.enclosing(current);
    }
    return false;
  }

  /** Where what a function returns comes from. */
  private Set<Origin> returned(int function, Mode mode) {
    Origin asked = new Origin(function, mode, false);
    Set<Origin> found = returned.get(asked);
    if (found != null) {
      return found;
    }
    returned.put(asked, Set.of());
    if (nested >= MOST_NESTED) {
      returned.remove(asked);
      return Set.of(new Origin(STORED, mode, false));
    }
    nested++;
    List<Origin> starts = new ArrayList<>();
    Body body = program.body(function);
    for (int v = 0; v < body.size(); v++) {
      if (body.op(v) == Op.RETURN && body.a(v) >= 0) {
        int value = program.base(function) + body.a(v);
        if (is(value, mode)) {
          starts.add(new Origin(value, mode, false));
        }
      }
    }
    found = new Look().from(starts);
    returned.put(asked, found);
    nested--;
    return found;
  }

  /** What is stored in properties, by object and name. */
  private Map<Long, IntList> stores() {
    Map<Long, IntList> all = stores;
    if (all == null) {
      all = new HashMap<>();
      for (int function = 0; function < program.functions(); function++) {
        Body body = program.body(function);
        for (int v = 0; v < body.size(); v++) {
          if (body.op(v) == Op.STORE) {
            note(function, body, v, all);
          }
        }
      }
      stores = all;
    }
    return all;
  }

  private void note(int function, Body body, int store, Map<Long, IntList> into) {
    int base = program.base(function);
    int key = program.names().of(program.fileOf(function), body.b(store));
    if (is(base + body.c(store), Mode.KEY) || is(base + body.c(store), Mode.OBJECT)) {
      for (int thing : types.of(base + body.a(store))) {
        into.computeIfAbsent(LongIntMap.key(thing, key), k -> new IntList())
            .add(base + body.c(store));
      }
    }
  }

  /** One look back. */
  private final class Look {

    private final Set<Origin> seen = new HashSet<>();
    private final ArrayDeque<Origin> open = new ArrayDeque<>();
    private final Set<Origin> found = new LinkedHashSet<>();

    /** For each value the one that it was come to from. */
    private final Map<Origin, Origin> before = new HashMap<>();

    private @Nullable Origin current;

    Set<Origin> from(List<Origin> starts) {
      for (Origin start : starts) {
        push(start.value(), start.mode(), start.part());
      }
      while (!open.isEmpty()) {
        if (seen.size() > MOST_VALUES) {
          complete = false;
          Origin rest = open.remove();
          found.add(new Origin(STORED, rest.mode(), rest.part()));
          break;
        }
        Origin next = open.remove();
        current = next;
        step(next);
      }
      return found;
    }

    private void push(int value, Mode mode, boolean part) {
      Origin next = new Origin(value, mode, part);
      if (seen.add(next)) {
        Origin last = current;
        open.add(next);
        if (last != null) {
          before.put(next, last);
        }
      }
    }

    /** Goes on with a value if it is what is looked for. */
    private boolean follow(int base, int v, Mode mode, boolean part) {
      if (v < 0 || !is(base + v, mode)) {
        return false;
      }
      push(base + v, mode, part);
      return true;
    }

    private void step(Origin at) {
      int value = at.value();
      int function = program.functionOf(value);
      Body body = program.body(function);
      int base = program.base(function);
      int v = value - base;
      Mode mode = at.mode();
      boolean part = at.part();
      if (!mode.isObject() && flow.begins(value)) {
        found.add(at);
      }
      boolean any =
          switch (body.op(v)) {
            case PARAM -> {
              int first = program.parameters(function)[body.a(v)];
              yield first == value
                  ? parameter(function, at)
                  : follow(base, first - base, mode, part);
            }
            case THIS -> {
              // What a method is called on is an object of code; its names are no outsider's.
              yield mode.isObject() ? parameter(function, at) : found.add(stored(mode, part));
            }
            case ARGUMENTS -> parameter(function, at);
            case CAPTURE -> captured(function, body.a(v), mode, part);
            case CELL_GET -> cell(function, body.a(v), mode, part);
            case SIGMA, AWAIT, SPREAD, YIELD -> follow(base, body.a(v), mode, part);
            case PHI, OPAQUE, CONCAT -> list(base, body, body.c(v), mode, part);
            case ARRAY ->
                list(base, body, body.c(v), mode, part)
                    || mode == Mode.HOLDER && list(base, body, body.c(v), Mode.KEY, part);
            case LOAD_KEY -> read(base, body, v, mode, part);
            case ELEMENT, KEY_OF -> follow(base, body.a(v), holder(mode), true);
            case LOAD ->
                KeyTransfer.isIndex(program.flowOf(function).name(body.b(v)))
                    ? follow(base, body.a(v), mode, part || !mode.isObject())
                    : !mode.isObject() && follow(base, body.a(v), mode, part)
                        || property(function, body, v, mode, part);
            case CALL, NEW -> call(function, body, v, mode, part);
            default -> false;
          };
      kept(value, body.op(v), mode, part, any);
    }

    /** Through what was stored before, and pushed to what is made here. */
    private void kept(int value, Op op, Mode mode, boolean part, boolean any) {
      boolean made =
          op == Op.ARRAY || op == Op.OBJECT || op == Op.CALL || op == Op.NEW || op == Op.EXPORTS;
      if (any && !made) {
        return;
      }
      int from = mode.isObject() ? flow.objectCause(value) : flow.cause(value);
      boolean near = from >= 0 && is(from, mode) && isNear(value, from);
      if (near) {
        push(from, mode, part);
      } else if (made && mode == Mode.HOLDER && from >= 0 && isNear(value, from)) {
        push(from, Mode.KEY, part);
      } else if (!any && !flow.begins(value)) {
        found.add(stored(mode, part));
      }
    }

    private static Origin stored(Mode mode, boolean part) {
      return new Origin(STORED, mode, part);
    }

    /** Whether two values are of one function, or of functions written in one. */
    private boolean isNear(int value, int other) {
      return outermost(program.functionOf(value)) == outermost(program.functionOf(other));
    }

    private int outermost(int function) {
      int current = function;
      for (int next = program.enclosing(function); next >= 0; next = program.enclosing(next)) {
        if (program.enclosing(next) < 0) {
          break;
        }
        current = next;
      }
      return current;
    }

    private boolean parameter(int function, Origin at) {
      IntList callers = types.callers(function);
      if (callers != null && callers.size() > 0) {
        found.add(at);
        return true;
      }
      // A callback: what calls it is not of the program, but gives it something of its own.
      int value = at.value();
      int from = at.mode().isObject() ? flow.objectCause(value) : flow.cause(value);
      if (from >= 0 && is(from, at.mode())) {
        push(from, at.mode(), at.part() || !at.mode().isObject());
        return true;
      }
      return false;
    }

    /** What is stored under a name of what an object may be, if few store it. */
    private boolean property(int function, Body body, int v, Mode mode, boolean part) {
      int object = program.base(function) + body.a(v);
      int key = program.names().of(program.fileOf(function), body.b(v));
      boolean any = false;
      for (int thing : types.of(object)) {
        IntList stored = stores().get(LongIntMap.key(thing, key));
        if (stored == null || stored.size() > MOST_STORES) {
          continue;
        }
        for (int i = 0; i < stored.size(); i++) {
          int store = stored.get(i);
          if (program.fileOf(program.functionOf(store)) == program.fileOf(function)
              && is(store, mode)) {
            push(store, mode, part);
            any = true;
          }
        }
      }
      return any;
    }

    private boolean captured(int function, int index, Mode mode, boolean part) {
      int made = program.creation(function);
      if (made < 0) {
        return false;
      }
      int maker = program.functionOf(made);
      Body body = program.body(maker);
      int list = body.c(made - program.base(maker));
      return index < body.listSize(list)
          && follow(program.base(maker), body.listAt(list, index), mode, part);
    }

    private boolean cell(int function, int index, Mode mode, boolean part) {
      IntList written = writes.get(program.cell(program.fileOf(function), index));
      boolean any = false;
      for (int i = 0; written != null && i < written.size(); i++) {
        if (is(written.get(i), mode)) {
          push(written.get(i), mode, part);
          any = true;
        }
      }
      return any;
    }

    /** What has it, whatever is looked for in it. */
    private Mode holder(Mode mode) {
      return mode == Mode.KEY ? Mode.HOLDER : mode;
    }

    private boolean list(int base, Body body, int list, Mode mode, boolean part) {
      boolean any = false;
      for (int i = 0; i < body.listSize(list); i++) {
        any |= follow(base, body.listAt(list, i), mode, part);
      }
      return any;
    }

    private boolean read(int base, Body body, int v, Mode mode, boolean part) {
      if (!mode.isObject()) {
        return follow(base, body.a(v), holder(mode), true);
      }
      boolean any =
          mode == Mode.OBJECT && root == Reach.FUNCTION_ROOT
              ? follow(base, body.a(v), Mode.FUNCTION, part)
              : isName(base, body, body.b(v)) && follow(base, body.b(v), Mode.NAME, part);
      int of = body.a(v) < 0 ? 0 : flow.bits[base + body.a(v)];
      if ((of & Reach.LIST) != 0) {
        any |= follow(base, body.a(v), mode, part);
      }
      return any;
    }

    /** Whether a key may be the name itself, and does not only have it as an element. */
    private boolean isName(int base, Body body, int key) {
      return key >= 0
          && ((flow.bits[base + key] & names & Reach.NAMES) != 0 || body.op(key) == Op.CALL);
    }

    private boolean call(int function, Body body, int call, Mode mode, boolean part) {
      int base = program.base(function);
      String name = NameCalls.camel(definitions.calleeName(function, call));
      IntList callees = KeyCalls.callees(types, base + call, name);
      boolean any = false;
      if (callees != null && callees.size() > 0) {
        for (int i = 0; i < callees.size(); i += 2) {
          any |= result(base + call, callees.get(i), mode, part);
        }
        return any;
      }
      boolean cut =
          part
              || KeyCalls.PARTS.contains(name)
              || KeyCalls.NAMES.contains(name)
              || KeyCalls.ELEMENT.contains(name);
      if (looksUp(function, body, call, name)) {
        // What an object looks up is most often another thing than the key, and the object, as it
        // has methods, not data of outsiders.
        found.add(stored(mode, cut));
        return true;
      }
      Mode asked = before(mode, name);
      any = follow(base, Values.receiver(body, call), asked, cut);
      for (int i = 0; i < body.listSize(body.c(call)); i++) {
        int argument = body.listAt(body.c(call), i);
        any |= follow(base, argument, asked, cut);
        any |= argument >= 0 && callback(base + argument, mode, cut);
      }
      if (mode.isObject() && name.equals("get")) {
        any |= follow(base, Values.argument(body, call, 1), Mode.NAME, true);
      }
      return any;
    }

    /** What is looked for in what a function of the language is given. */
    private Mode before(Mode mode, String name) {
      if (KeyCalls.PARTS.contains(name) || KeyCalls.TEXT.contains(name)) {
        return mode == Mode.HOLDER ? Mode.KEY : mode;
      }
      return KeyCalls.ELEMENT.contains(name) ? holder(mode) : mode;
    }

    /** Whether a method of an object is called of which nothing is known. */
    private boolean looksUp(int function, Body body, int call, String name) {
      return Values.method(program.flowOf(function), body, call) != null
          && body.api(call) < 0
          && !KeyCalls.PARTS.contains(name)
          && !KeyCalls.NAMES.contains(name)
          && !KeyCalls.ELEMENT.contains(name)
          && !KeyCalls.TEXT.contains(name)
          && !KeyCalls.SAME.contains(name)
          && !Keys.OF_ARRAY.contains(name)
          && !Keys.OF_OBJECT.contains(name)
          && !name.startsWith("reduce");
    }

    /** What functions return that are given to a call. */
    private boolean callback(int argument, Mode mode, boolean part) {
      boolean any = false;
      for (int thing : types.of(argument)) {
        if (types.things().kind(thing) == Things.Kind.FUNCTION) {
          int inner = types.things().subject(thing);
          Body body = program.body(inner);
          for (int v = 0; v < body.size(); v++) {
            if (body.op(v) == Op.RETURN) {
              any |= follow(program.base(inner), body.a(v), mode, part);
            }
          }
        }
      }
      return any;
    }

    private boolean result(int call, int callee, Mode mode, boolean part) {
      boolean any = false;
      for (Origin origin : returned(callee, mode)) {
        any = true;
        boolean through = part || origin.part();
        if (origin.value() >= 0 && program.functionOf(origin.value()) == callee) {
          IntList given = given(call, origin.value());
          for (int i = 0; i < given.size(); i++) {
            if (is(given.get(i), origin.mode())) {
              push(given.get(i), origin.mode(), through);
            }
          }
        } else {
          Origin end = new Origin(origin.value(), origin.mode(), through);
          Origin last = current;
          if (found.add(end) && last != null && !end.equals(last)) {
            before.putIfAbsent(end, last);
          }
        }
      }
      return any;
    }
  }
}
