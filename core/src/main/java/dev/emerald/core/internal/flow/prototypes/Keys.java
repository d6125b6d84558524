package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Program;
import java.util.Arrays;
import java.util.Set;

/** Which keys are names that an object was asked for: in a loop, or by a callback. */
final class Keys {

  private static final int MOST_STEPS = 10;

  /** Methods of an array that call with an element first. */
  static final Set<String> OF_ARRAY =
      Set.of("forEach", "map", "filter", "some", "every", "find", "findIndex", "flatMap", "each");

  /** Functions that call with what an object has under each key. */
  static final Set<String> OF_OBJECT =
      Set.of(
          "forIn", "forOwn", "each", "forEach", "eachOwn", "mapValues", "forOwnRight", "iterate");

  private final Program program;
  private final Definitions definitions;

  /** For a function that is written as an argument of a call: the call; else -1. */
  private final int[] givenTo;

  Keys(Program program, Definitions definitions) {
    this.program = program;
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
    if (from < 0 || object < 0) {
      return false;
    }
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
          at = program.functionOf(call);
          int found = ofCallback(at, call - program.base(at), index);
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

  /** {@code forOwn(object, (value, key) => …)}: the object. */
  private int ofCallback(int function, int call, int index) {
    Body body = program.body(function);
    FileFlow file = program.flowOf(function);
    boolean object =
        index < 2
            && body.listSize(body.c(call)) > 1
            && OF_OBJECT.contains(Values.calleeName(file, body, call));
    int first = object ? Values.argument(body, call, 0) : -1;
    return first < 0 || body.op(Values.plain(body, first)) == Op.FUNCTION
        ? -1
        : Values.plain(body, first);
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
