package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import dev.emerald.core.internal.flow.types.Types;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls add to what is known of values: arguments and results, callbacks, the language. */
final class KeyCalls {

  /** What gives a number, a truth value or an object of its own, whatever it is given. */
  private static final Set<String> NOTHING =
      Set.of(
          "indexOf",
          "lastIndexOf",
          "search",
          "findIndex",
          "parseInt",
          "parseFloat",
          "Number",
          "charCodeAt",
          "codePointAt",
          "test",
          "has",
          "hasOwnProperty",
          "hasOwn",
          "includes",
          "startsWith",
          "endsWith",
          "isArray",
          "some",
          "every",
          "isNaN",
          "isInteger",
          "Boolean",
          "localeCompare",
          "stringify",
          "require",
          "propertyIsEnumerable",
          "getPrototypeOf",
          "floor",
          "ceil",
          "round",
          "max",
          "min",
          "now",
          "push",
          "unshift",
          "forEach",
          "byteLength",
          "createElement",
          "querySelector",
          "getElementById",
          "getTime",
          "is",
          "isPrototypeOf");

  /** What cuts a text into texts. */
  static final Set<String> PARTS = Set.of("split", "match", "exec", "matchAll");

  /** What gives the names of an object. */
  static final Set<String> NAMES =
      Set.of("keys", "getOwnPropertyNames", "ownKeys", "entries", "toPairs", "keysIn", "allKeys");

  /** What makes text of what it is called on. */
  static final Set<String> TEXT =
      Set.of(
          "trim",
          "toLowerCase",
          "toUpperCase",
          "toString",
          "replace",
          "replaceAll",
          "substring",
          "substr",
          "charAt",
          "join",
          "String",
          "decodeURIComponent",
          "unescape",
          "decodeURI",
          "encodeURIComponent",
          "normalize",
          "trimStart",
          "trimEnd",
          "camelCase");

  /** What gives one of the elements. */
  static final Set<String> ELEMENT =
      Set.of("shift", "pop", "at", "find", "get", "first", "last", "head");

  /** What gives an array with the same elements. */
  static final Set<String> SAME =
      Set.of("slice", "concat", "reverse", "sort", "filter", "splice", "values", "from", "assign");

  /** Methods of lists and texts, which hardly anything else has. */
  private static final Set<String> OF_LANGUAGE =
      Set.of("slice", "concat", "splice", "split", "shift", "join", "replace", "trim", "substring");

  private final KeyFlow flow;
  private final Program program;
  private final Types types;
  private final NameTests tests;

  KeyCalls(KeyFlow flow, NameTests tests) {
    this.flow = flow;
    this.program = flow.program;
    this.types = flow.types;
    this.tests = tests;
  }

  private int bits(int base, int v) {
    return v < 0 ? 0 : flow.bits[base + v];
  }

  void go(int function, Body body, int call) {
    int base = program.base(function);
    String name = NameCalls.camel(tests.definitions.calleeName(function, call));
    IntList callees = callees(types, base + call, name);
    for (int i = 0; callees != null && i < callees.size(); i += 2) {
      enter(base, body, call, callees.get(i), callees.get(i + 1));
    }
    boolean own = callees != null && callees.size() > 0;
    if (!own) {
      library(function, body, call, name);
    }
    callbacks(base, body, call, name, own);
  }

  /**
   * The functions of the program that a call calls. A method of the language is not taken for
   * functions of other names that objects hold under keys which are not known.
   */
  static @Nullable IntList callees(Types types, int call, String name) {
    IntList callees = types.callees(call);
    if (callees == null || callees.size() < 4 || !OF_LANGUAGE.contains(name)) {
      return callees;
    }
    for (int i = 0; i < callees.size(); i += 2) {
      String called = types.program().body(callees.get(i)).name();
      if (called.isEmpty() || called.endsWith(name)) {
        return callees;
      }
    }
    return null;
  }

  /** Arguments become parameters, what is returned becomes the result. */
  private void enter(int base, Body body, int call, int callee, int shift) {
    int[] parameters = program.parameters(callee);
    Body inner = program.body(callee);
    int arguments = program.arguments(callee);
    int list = body.c(call);
    boolean spread = false;
    for (int i = 0; i < body.listSize(list); i++) {
      int argument = body.listAt(list, i);
      int of = bits(base, argument);
      if (argument < 0 || of == 0) {
        spread |= argument >= 0 && body.op(argument) == Op.SPREAD;
        continue;
      }
      spread |= body.op(argument) == Op.SPREAD;
      int given = body.op(argument) == Op.SPREAD ? Reach.inside(of) | of & Reach.OBJECT : of;
      for (int j = Math.max(0, i + shift); j < parameters.length; j++) {
        boolean rest = parameters[j] >= 0 && inner.b(parameters[j] - program.base(callee)) == 1;
        if (j == i + shift || spread || rest) {
          flow.send(parameters[j], rest ? asList(given) : given, base + argument);
        }
        if (rest) {
          for (int thing : types.of(parameters[j])) {
            flow.write(flow.element(thing), given, base + argument);
          }
        }
      }
      flow.send(arguments, asList(given), base + argument);
    }
    if (body.op(call) == Op.CALL && body.b(call) >= 0) {
      int given = bits(base, body.b(call));
      int callable = body.a(call) < 0 ? -1 : Values.plain(body, body.a(call));
      boolean method =
          callable >= 0
              && body.op(callable) == Op.LOAD
              && Values.same(body, body.a(callable), body.b(call));
      // No object of the language has a method of the project: here it is not Object.prototype.
      int kept = method ? given & ~Reach.OBJECT : given;
      flow.send(program.receiver(callee), kept, base + body.b(call));
    }
    int result = flow.result(callee);
    if ((result & Reach.CONTROLLED) != 0) {
      flow.add(base + call, result & Reach.CONTROLLED, flow.resultCause(callee, Reach.OUTSIDE));
    }
    // What is constructed is new.
    int objects = body.op(call) == Op.NEW ? 0 : result & ~Reach.CONTROLLED;
    flow.add(base + call, objects, flow.resultCause(callee, Reach.REACHED));
  }

  private static int asList(int element) {
    return KeyTransfer.listed(element) | element & Reach.OBJECT | Reach.LIST;
  }

  /** A function of the language, or of a library. */
  private void library(int function, Body body, int call, String name) {
    int base = program.base(function);
    int value = base + call;
    int receiver = Values.receiver(body, call);
    int of = bits(base, receiver);
    int first = Values.argument(body, call, 0);
    int argument = bits(base, first);
    int from = (of & Reach.OUTSIDE) != 0 ? base + receiver : first < 0 ? -1 : base + first;
    int either = (of | argument) & Reach.CONTROLLED;
    if (NOTHING.contains(name)) {
      if (name.equals("push") || name.equals("unshift")) {
        pushed(base, body, call, receiver);
      }
    } else if (PARTS.contains(name)) {
      flow.add(value, Reach.parts(either), from);
    } else if (NAMES.contains(name)) {
      boolean pairs = name.equals("entries") || name.equals("toPairs");
      int names = Reach.names(argument | of);
      flow.add(value, names == 0 || !pairs ? names : names | argument & Reach.LOOSE, from);
    } else if (TEXT.contains(name)) {
      int text = Reach.asText(either);
      flow.add(value, text, from);
    } else if (ELEMENT.contains(name) && receiver >= 0) {
      flow.add(value, Reach.inside(of), base + receiver);
      for (int thing : types.of(base + receiver)) {
        flow.read(flow.element(thing), value);
      }
      if (name.equals("get") && first >= 0 && body.listSize(body.c(call)) > 1) {
        int path = bits(base, Values.argument(body, call, 1));
        flow.add(value, Reach.read(0, path), -1);
      }
    } else if (SAME.contains(name)) {
      int elements = of | (name.equals("from") || name.equals("concat") ? argument : 0);
      if (name.equals("slice") && first >= 0 && body.op(Values.plain(body, receiver)) == Op.LOAD) {
        elements |= argument;
      }
      int kept = elements & Reach.CONTROLLED;
      if ((elements & Reach.LIST) != 0) {
        kept |= elements & (Reach.OBJECT | Reach.LIST);
      }
      if (name.equals("filter")) {
        kept = filtered(body, call, function, kept);
      }
      flow.add(value, kept, from);
      for (int thing : receiver < 0 ? new int[0] : types.of(base + receiver)) {
        for (int made : types.of(value)) {
          if (made != thing) {
            flow.write(flow.element(made), Reach.inside(kept), from);
          }
        }
      }
    } else if (isBare(function, body, call, name)) {
      flow.add(value, Reach.BARE, -1);
    } else if (body.op(call) == Op.CALL && !name.startsWith("is") && !name.startsWith("has")) {
      unknown(base, body, call, of);
    }
  }

  private void unknown(int base, Body body, int call, int of) {
    flow.add(base + call, of & Reach.CONTROLLED, base + Math.max(0, Values.receiver(body, call)));
    for (int i = 0; i < body.listSize(body.c(call)); i++) {
      int argument = body.listAt(body.c(call), i);
      if (argument >= 0) {
        flow.add(base + call, bits(base, argument) & Reach.CONTROLLED, base + argument);
      }
    }
  }

  private void pushed(int base, Body body, int call, int receiver) {
    for (int i = 0; receiver >= 0 && i < body.listSize(body.c(call)); i++) {
      int argument = body.listAt(body.c(call), i);
      int of = bits(base, argument);
      if (argument < 0 || of == 0) {
        continue;
      }
      for (int thing : types.of(base + receiver)) {
        flow.write(flow.element(thing), of, base + argument);
      }
      int made = base + Values.plain(body, receiver);
      flow.add(made, KeyTransfer.listed(of), base + argument);
    }
  }

  private boolean isBare(int function, Body body, int call, String name) {
    if (name.equals("create")) {
      int first = Values.argument(body, call, 0);
      int plain = first < 0 ? -1 : Values.plain(body, first);
      return plain >= 0
          && body.op(plain) == Op.CONST
          && program.flowOf(function).constant(body.a(plain)).text().equals("null");
    }
    return body.op(call) == Op.NEW && (name.endsWith("Map") || name.endsWith("Set"));
  }

  /** What a filter lets pass. */
  private int filtered(Body body, int call, int function, int of) {
    int left = of;
    for (int callback : functions(program.base(function), body, call)) {
      for (int name : Reach.samples()) {
        int inner = name == Reach.LISTED ? 0 : name << 15;
        boolean there = (left & (name | inner)) != 0;
        if (there && tests.returned(callback, 0, Guess.ofName(name)).truth() == 0) {
          left &= ~(name | inner);
        }
      }
    }
    return left;
  }

  private int[] functions(int base, Body body, int call) {
    IntList found = new IntList();
    for (int i = 0; i < body.listSize(body.c(call)) && i < 3; i++) {
      int argument = body.listAt(body.c(call), i);
      if (argument < 0) {
        continue;
      }
      for (int thing : types.of(base + argument)) {
        if (types.things().kind(thing) == Things.Kind.FUNCTION && found.size() < 4) {
          found.add(types.things().subject(thing));
        }
      }
    }
    return found.toArray();
  }

  /** Functions that a call is given, where the callee is known to call them, or likely to. */
  private void callbacks(int base, Body body, int call, String name, boolean own) {
    if (own || body.listSize(body.c(call)) == 0) {
      return;
    }
    int receiver = Values.receiver(body, call);
    int first = Values.argument(body, call, 0);
    boolean onObject =
        Keys.OF_OBJECT.contains(name)
            && body.listSize(body.c(call)) > 1
            && (bits(base, first) & (Reach.OUTSIDE | Reach.INNER)) != 0;
    boolean onArray = Keys.OF_ARRAY.contains(name) || name.startsWith("reduce");
    if (!onObject && !onArray && !name.equals("replace")) {
      return;
    }
    int from = onObject ? first : receiver;
    int of = bits(base, from);
    int receives = receives(base, body, call);
    for (int inner : functions(base, body, call)) {
      int[] parameters = program.parameters(inner);
      if (receives >= 0) {
        flow.send(program.receiver(inner), bits(base, receives), base + receives);
      }
      if (onObject) {
        sendTo(parameters, 0, Reach.inside(of), base + from);
        sendTo(parameters, 1, Reach.inside(Reach.names(of)), base + from);
      } else if (name.startsWith("reduce")) {
        reduce(base, body, call, inner, receiver);
      } else if (name.equals("replace")) {
        for (int i = 0; i < parameters.length; i++) {
          sendTo(parameters, i, Reach.asText(of) | Reach.PART, base + from);
        }
      } else if (from >= 0) {
        sendTo(parameters, 0, Reach.inside(of), base + from);
        elements(base + from, parameters, 0);
        if (name.equals("map") || name.equals("flatMap")) {
          flow.add(
              base + call,
              flow.result(inner, program.functionOf(base)) & Reach.CONTROLLED,
              flow.resultCause(inner, Reach.OUTSIDE));
        }
      }
    }
  }

  /** The argument after a function, which is its receiver; -1 if there is none. */
  private int receives(int base, Body body, int call) {
    int list = body.c(call);
    for (int i = 0; i + 1 < body.listSize(list) && i < 3; i++) {
      for (int thing : types.of(base + Math.max(0, body.listAt(list, i)))) {
        if (types.things().kind(thing) == Things.Kind.FUNCTION) {
          return body.listAt(list, i + 1);
        }
      }
    }
    return -1;
  }

  private void reduce(int base, Body body, int call, int inner, int receiver) {
    int[] parameters = program.parameters(inner);
    int start = Values.argument(body, call, 1);
    sendTo(parameters, 1, Reach.inside(bits(base, receiver)), base + Math.max(0, receiver));
    if (receiver >= 0) {
      elements(base + receiver, parameters, 1);
    }
    sendTo(parameters, 0, bits(base, start), base + Math.max(0, start));
    int result = flow.result(inner, program.functionOf(base));
    int cause = flow.resultCause(inner, result);
    sendTo(parameters, 0, result, cause);
    flow.add(base + call, result | bits(base, start), cause);
  }

  /** What an array of the program holds comes to a parameter. */
  private void elements(int array, int[] parameters, int index) {
    if (index < parameters.length && parameters[index] >= 0) {
      for (int thing : types.of(array)) {
        int before = flow.bits[parameters[index]];
        flow.read(flow.element(thing), parameters[index]);
        if (flow.bits[parameters[index]] != before) {
          flow.again(parameters[index]);
        }
      }
    }
  }

  private void sendTo(int[] parameters, int index, int more, int from) {
    boolean any = (more & (Reach.OUTSIDE | Reach.REACHED)) != 0;
    if (any && index < parameters.length && parameters[index] >= 0) {
      flow.send(parameters[index], more, from);
    }
  }
}
