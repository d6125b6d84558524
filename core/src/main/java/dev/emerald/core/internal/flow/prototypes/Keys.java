package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Types;
import java.util.Arrays;
import java.util.Set;

/** Which keys are names that an object was asked for: in a loop, or by a callback. */
final class Keys {

  private static final int MOST_STEPS = 10;
  private static final int MOST_NESTED = 3;

  /** Methods of an array that call with an element first. */
  static final Set<String> OF_ARRAY =
      Set.of("forEach", "map", "filter", "some", "every", "find", "findIndex", "flatMap", "each");

  /** Functions that call with what an object has under each key. */
  static final Set<String> OF_OBJECT =
      Set.of(
          "forIn", "forOwn", "each", "forEach", "eachOwn", "mapValues", "forOwnRight", "iterate");

  private final Program program;
  private final Types types;
  private final Definitions definitions;

  /** For a function that is written as an argument of a call: the call; else -1. */
  private final int[] givenTo;

  Keys(Types types, Definitions definitions) {
    this.types = types;
    this.program = types.program();
    this.definitions = definitions;
    this.givenTo = new int[program.functions()];
    Arrays.fill(givenTo, -1);
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        if (body.op(v) == Op.CALL) {
          note(function, body, v);
        }
      }
    }
  }

  private void note(int function, Body body, int call) {
    int list = body.c(call);
    for (int i = 0; i < body.listSize(list) && i < 3; i++) {
      int argument = body.listAt(list, i);
      int made = argument < 0 ? -1 : Values.plain(body, argument);
      if (made >= 0 && body.op(made) == Op.FUNCTION) {
        int inner = program.function(program.fileOf(function), body.a(made));
        givenTo[inner] = program.base(function) + call;
      }
    }
  }

  /** Whether a key is one of the very object's own: what is read under it is its own as well. */
  boolean enumerates(int function, int key, int object) {
    int from = enumerated(function, key);
    return from >= 0 && object >= 0 && isSame(function, from, object);
  }

  /** Whether a key may be one of an object's own, as it is of that or of another. */
  boolean mayEnumerate(int function, int key, int object) {
    int from = enumerated(function, key);
    if (from < 0 || object < 0) {
      return false;
    }
    int owner = program.functionOf(from);
    Body body = program.body(owner);
    int v = from - program.base(owner);
    if (body.op(v) != Op.PHI) {
      return isSame(function, from, object);
    }
    for (int i = 0; i < body.listSize(body.c(v)); i++) {
      int one = body.listAt(body.c(v), i);
      if (one >= 0 && isSame(function, program.base(owner) + one, object)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether two values are one object.
   *
   * @param from a value of the program
   * @param object one of the function
   */
  private boolean isSame(int function, int from, int object) {
    int owner = program.functionOf(from);
    int base = program.base(function);
    if (owner == function && Values.same(program.body(function), from - base, object)) {
      return true;
    }
    int one = definitions.of(from);
    int other = definitions.of(base + object);
    return one == other
        || program.functionOf(one) == program.functionOf(other)
            && Values.same(
                program.body(program.functionOf(one)),
                one - program.base(program.functionOf(one)),
                other - program.base(program.functionOf(one)));
  }

  /** The object, a value of the program, whose names a key is one of; -1 if there is none. */
  int enumerated(int function, int key) {
    int at = function;
    int current = key;
    for (int i = 0; i < MOST_STEPS && current >= 0; i++) {
      Body body = program.body(at);
      current = Values.plain(body, current);
      if (current < 0) {
        return -1;
      }
      switch (body.op(current)) {
        case KEY_OF -> {
          return program.base(at) + Values.plain(body, body.a(current));
        }
        case ELEMENT, LOAD_KEY -> {
          current = body.a(current);
        }
        case PHI -> {
          current = body.listSize(body.c(current)) == 0 ? -1 : body.listAt(body.c(current), 0);
        }
        case PARAM -> {
          int call = givenTo[at];
          if (call < 0) {
            return -1;
          }
          int index = body.a(current);
          int given = at;
          at = program.functionOf(call);
          int found = ofCallback(at, call - program.base(at), index);
          found = found < 0 ? ofOwn(at, call - program.base(at), given, index) : found;
          if (found >= 0) {
            return program.base(at) + found;
          }
          current = ofReceiver(at, call - program.base(at), index);
        }
        case CAPTURE, CELL_GET -> {
          int made = definitions.of(program.base(at) + current);
          if (made == program.base(at) + current) {
            return -1;
          }
          at = program.functionOf(made);
          current = made - program.base(at);
        }
        case CALL -> {
          switch (Values.calleeName(program.flowOf(at), body, current)) {
            case "keys", "getOwnPropertyNames", "ownKeys", "entries":
              int argument = Values.argument(body, current, 0);
              return argument < 0 ? -1 : program.base(at) + Values.plain(body, argument);
            case "sort", "reverse", "filter", "slice", "concat":
              current = Values.receiver(body, current);
              break;
            default:
              return -1;
          }
        }
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }

  /** {@code list.forEach((item, i) => list[i] …)}: whether a read is of a parameter's own place. */
  boolean isElement(int function, int parameter, int read) {
    Body body = program.body(function);
    int call = givenTo[function];
    if (call < 0 || body.op(parameter) != Op.PARAM || body.op(read) != Op.LOAD_KEY) {
      return false;
    }
    int at = program.functionOf(call);
    int list = ofReceiver(at, call - program.base(at), body.a(parameter));
    return list >= 0
        && parameter(body, body.b(read)) == body.a(parameter) + 1
        && definitions.of(program.base(function) + body.a(read))
            == definitions.of(program.base(at) + list);
  }

  /** {@code forOwn(object, (value, key) => …)}: the object. */
  private int ofCallback(int function, int call, int index) {
    Body body = program.body(function);
    FileFlow file = program.flowOf(function);
    boolean object =
        index < 2
            && body.listSize(body.c(call)) > 1
            && OF_OBJECT.contains(NameCalls.camel(Values.calleeName(file, body, call)));
    int first = object ? Values.argument(body, call, 0) : -1;
    return first < 0 || body.op(Values.plain(body, first)) == Op.FUNCTION
        ? -1
        : Values.plain(body, first);
  }

  /** The same where the function that is called is of the program. */
  private int ofOwn(int function, int call, int callback, int index) {
    Body body = program.body(function);
    IntList callees = types.callees(program.base(function) + call);
    int list = body.c(call);
    for (int i = 0; callees != null && callees.size() == 2 && i < body.listSize(list); i++) {
      int made = Values.plain(body, body.listAt(list, i));
      if (made >= 0
          && body.op(made) == Op.FUNCTION
          && program.function(program.fileOf(function), body.a(made)) == callback) {
        int object = calledBack(callees.get(0), i + callees.get(1), index, 0);
        int argument = object < 0 ? -1 : Values.argument(body, call, object - callees.get(1));
        return argument < 0 ? -1 : Values.plain(body, argument);
      }
    }
    return -1;
  }

  /**
   * A function calls one that it is given with the names of an object that it is given too: the
   * parameter that is the object. If it is given the very name, minus two less the parameter that
   * is the name; -1 otherwise.
   */
  private int calledBack(int function, int callback, int index, int depth) {
    Body body = program.body(function);
    for (int v = 0; v < body.size() && depth < MOST_NESTED; v++) {
      if (body.op(v) != Op.CALL) {
        continue;
      }
      int key = -1;
      if (parameter(body, body.a(v)) == callback) {
        key = Values.argument(body, v, index);
      } else {
        key = passedOn(function, body, v, callback, index, depth);
        if (key <= -2) {
          return -key - 2;
        }
      }
      if (key >= 0) {
        int from = enumerated(function, key);
        if (from >= 0 && program.functionOf(from) == function) {
          return parameter(body, from - program.base(function));
        }
        int name = parameter(body, key);
        return name < 0 ? -1 : -2 - name;
      }
    }
    return -1;
  }

  /** The name that a callback is called with in the end; minus two less an object's parameter. */
  private int passedOn(int function, Body body, int call, int callback, int index, int depth) {
    IntList callees = types.callees(program.base(function) + call);
    int list = body.c(call);
    for (int i = 0; callees != null && callees.size() == 2 && i < body.listSize(list); i++) {
      if (parameter(body, body.listAt(list, i)) != callback) {
        continue;
      }
      int shift = callees.get(1);
      int found = calledBack(callees.get(0), i + shift, index, depth + 1);
      if (found >= 0) {
        int object = parameter(body, Values.argument(body, call, found - shift));
        return object < 0 ? -1 : -2 - object;
      }
      return found == -1 ? -1 : Values.argument(body, call, -2 - found - shift);
    }
    return -1;
  }

  private static int parameter(Body body, int value) {
    int plain = value < 0 ? -1 : Values.plain(body, value);
    return plain >= 0 && body.op(plain) == Op.PARAM ? body.a(plain) : -1;
  }

  /** {@code keys.forEach(key => …)}: the array. */
  private int ofReceiver(int function, int call, int index) {
    Body body = program.body(function);
    String method = Values.method(program.flowOf(function), body, call);
    boolean element =
        method != null
            && (index == 0 && OF_ARRAY.contains(method)
                || index == 1 && method.startsWith("reduce"));
    return element ? Values.receiver(body, call) : -1;
  }
}
