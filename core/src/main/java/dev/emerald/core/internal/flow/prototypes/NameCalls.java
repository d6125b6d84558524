package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.regex.backtracking.ShortSearch;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls, in conditions that are worked out for a name. */
final class NameCalls {

  private static final int MOST_PARAMETERS = 6;

  private final NameTests tests;
  private final Program program;

  /** The searches of regular expressions, by the value. */
  private final Map<Integer, ShortSearch> searches = new HashMap<>();

  NameCalls(NameTests tests) {
    this.tests = tests;
    this.program = tests.program;
  }

  Guess of(Body body, int call, Assumption assumption, int depth) {
    FileFlow file = program.flowOf(assumption.function());
    int[] callee = tests.callee(call, assumption);
    if (callee != null) {
      Assumption inside = inside(body, call, callee, assumption, depth);
      Guess known = inside == null ? Guess.UNKNOWN : tests.returned(inside);
      if (known == null) {
        return Guess.UNKNOWN;
      }
      return known.isKnown()
          ? known
          : asNamed(program.body(callee[0]).name(), body, call, assumption, depth);
    }
    if (tests.isOwn(assumption.function(), call)) {
      return Guess.UNKNOWN;
    }
    String name = tests.definitions.calleeName(assumption.function(), call);
    String api = Values.api(file, body, call);
    int receiver = Values.receiver(body, call);
    int first = Values.argument(body, call, 0);
    Guess ofReceiver = receiver < 0 ? Guess.UNKNOWN : tests.of(receiver, assumption, depth + 1);
    Guess argument = first < 0 ? Guess.UNKNOWN : tests.of(first, assumption, depth + 1);
    switch (name) {
      case "hasOwnProperty", "propertyIsEnumerable" -> {
        return own(receiver, first, argument, assumption);
      }
      case "hasOwn", "has", "_has", "own", "getOwnPropertyDescriptor" -> {
        int second = Values.argument(body, call, 1);
        if (second >= 0) {
          Guess owned = own(first, second, tests.of(second, assumption, depth + 1), assumption);
          return owned.isKnown() && name.startsWith("get") ? Guess.UNDEFINED : owned;
        }
        return name.equals("has") ? member(receiver, argument, assumption) : Guess.UNKNOWN;
      }
      case "includes", "contains", "indexOf", "lastIndexOf" -> {
        if (ofReceiver.kind() == Guess.Kind.HOLDER) {
          boolean there = argument.string() != null && argument.string().equals(ofReceiver.key());
          return !there
              ? Guess.UNKNOWN
              : name.endsWith("ndexOf") ? Guess.of(Constant.of(0)) : Guess.TRUE;
        }
        return ofReceiver.string() == null
            ? found(name, member(receiver, argument, assumption), argument)
            : inText(name, ofReceiver.string(), argument.key());
      }
      case "some", "every", "find", "findIndex" -> {
        return ofReceiver.key() == null
            ? Guess.UNKNOWN
            : ofElements(name, first, Guess.text(ofReceiver.key()), assumption);
      }
      case "test", "exec" -> {
        return matches(receiver, argument.key(), assumption);
      }
      case "match", "search" -> {
        return matches(first, ofReceiver.key(), assumption);
      }
      case "isArray" -> {
        return argument.isKnown()
                && argument.kind() != Guess.Kind.TRUTHY
                && argument.kind() != Guess.Kind.HOLDER
            ? Guess.of(argument.kind() == Guess.Kind.LISTED)
            : Guess.UNKNOWN;
      }
      case "String", "toString" -> {
        if (isOfObjects(body, call, assumption.function())) {
          return Guess.tag(ofReceiver);
        }
        String text = api != null && name.equals("String") ? argument.key() : ofReceiver.key();
        return text == null ? Guess.UNKNOWN : Guess.text(text);
      }
      case "Boolean" -> {
        return argument.truth() < 0 ? Guess.UNKNOWN : Guess.of(argument.truth() == 1);
      }
      case "isPlainObject", "isPlainObj" -> {
        return isFunction(argument) || argument.value() != null ? Guess.FALSE : Guess.UNKNOWN;
      }
      case "isFunction" -> {
        return isFunction(argument) ? Guess.TRUE : Guess.UNKNOWN;
      }
      case "getPrototypeOf" -> {
        return argument.kind() == Guess.Kind.ROOT ? Guess.of(Constant.NULL) : Guess.UNKNOWN;
      }
      case "isNaN" -> {
        return isNoNumber(argument) ? Guess.TRUE : Guess.UNKNOWN;
      }
      case "isInteger", "isFinite", "isSafeInteger" -> {
        return isNoNumber(argument) ? Guess.FALSE : Guess.UNKNOWN;
      }
      default -> {
        return ofReceiver.string() == null
            ? Guess.UNKNOWN
            : text(name, ofReceiver.string(), argument, body, call, assumption, depth);
      }
    }
  }

  /**
   * What a function of the project says that is named as what asks an object for a name of its own,
   * and that cannot be worked out: such as one that puts the language's in its own place.
   */
  private Guess asNamed(String name, Body body, int call, Assumption assumption, int depth) {
    int object = Values.argument(body, call, 0);
    int key = Values.argument(body, call, 1);
    boolean asksForOwn =
        switch (name) {
          case "has", "hasOwn", "hasOwnProperty", "hasOwnProp" -> object >= 0 && key >= 0;
          default -> false;
        };
    return asksForOwn
        ? own(object, key, tests.of(key, assumption, depth + 1), assumption)
        : Guess.UNKNOWN;
  }

  /** Whether it is {@code Object.prototype.toString} that is called, not a method of the value. */
  private boolean isOfObjects(Body body, int call, int function) {
    if (body.a(call) < 0) {
      return false;
    }
    int made = tests.definitions.of(program.base(function) + body.a(call));
    int owner = program.functionOf(made);
    String api = Values.api(program.flowOf(owner), program.body(owner), made - program.base(owner));
    return "globalThis.Object.prototype.toString".equals(api);
  }

  /** {@code is-plain-object} is the module of {@code isPlainObject}. */
  static String camel(String module) {
    if (module.indexOf('-') < 0 && module.indexOf('/') < 0) {
      return module;
    }
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (int i = module.lastIndexOf('/') + 1; i < module.length(); i++) {
      char c = module.charAt(i);
      if (c == '-' || c == '.') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }

  /** The text of a name, or what it becomes as a number. */
  private static boolean isNoNumber(Guess guess) {
    Constant constant = guess.value();
    return constant != null
        && (constant.string() != null
            || constant.type() == Constant.Type.NUMBER && Double.isNaN(constant.number()));
  }

  private static boolean isFunction(Guess guess) {
    return guess.kind() == Guess.Kind.FUNCTION || guess.kind() == Guess.Kind.OTHER_FUNCTION;
  }

  /** No object has such a name of its own, unless it was asked for its names. */
  private Guess own(int object, int key, Guess name, Assumption assumption) {
    boolean holder = name.kind() == Guess.Kind.HOLDER;
    if (name.key() == null || holder || object < 0 || assumption.own()) {
      return Guess.UNKNOWN;
    }
    return tests.keys.mayEnumerate(assumption.function(), key, object)
        ? Guess.UNKNOWN
        : Guess.FALSE;
  }

  /** Whether a list or set that is written down has a text. */
  private Guess member(int list, Guess searched, Assumption assumption) {
    if (list < 0 || !searched.isKnown()) {
      return Guess.UNKNOWN;
    }
    int made = tests.definitions.of(program.base(assumption.function()) + list);
    int owner = program.functionOf(made);
    Body in = program.body(owner);
    int m = made - program.base(owner);
    if (in.op(m) == Op.CALL && !assumption.own() && searched.string() != null) {
      // Few objects have such a name of their own.
      return switch (tests.definitions.calleeName(owner, m)) {
        case "keys", "getOwnPropertyNames", "ownKeys" -> Guess.FALSE;
        default -> Guess.UNKNOWN;
      };
    }
    if (in.op(m) == Op.NEW) {
      int given = Values.argument(in, m, 0);
      made = given < 0 ? made : tests.definitions.of(program.base(owner) + given);
      owner = program.functionOf(made);
      in = program.body(owner);
      m = made - program.base(owner);
    }
    if (in.op(m) != Op.ARRAY) {
      return Guess.UNKNOWN;
    }
    if (searched.kind() == Guess.Kind.LISTED) {
      return Guess.FALSE;
    }
    String text = searched.string();
    if (text == null) {
      return Guess.UNKNOWN;
    }
    boolean all = true;
    for (int i = 0; i < in.listSize(in.c(m)); i++) {
      int item = in.listAt(in.c(m), i);
      int value = item < 0 ? -1 : tests.definitions.of(program.base(owner) + item);
      if (value < 0 || program.op(value) != Op.CONST) {
        all = false;
        continue;
      }
      int at = program.functionOf(value);
      Constant constant = program.flowOf(at).constant(program.body(at).a(value - program.base(at)));
      if (constant.is(text)) {
        return Guess.TRUE;
      }
    }
    return all ? Guess.FALSE : Guess.UNKNOWN;
  }

  private static Guess found(String method, Guess member, Guess searched) {
    if (!member.isKnown() || !searched.isKnown() || !method.endsWith("ndexOf")) {
      return member;
    }
    return member.truth() == 0 ? Guess.of(Constant.of(-1)) : Guess.of(Constant.of(0));
  }

  private static Guess inText(String method, String text, @Nullable String searched) {
    if (searched == null) {
      return Guess.UNKNOWN;
    }
    int at = text.indexOf(searched);
    return method.endsWith("ndexOf") ? Guess.of(Constant.of(at)) : Guess.of(at >= 0);
  }

  /** A test of the elements of a path of which one has the name. */
  private Guess ofElements(String method, int callback, Guess element, Assumption assumption) {
    int made =
        callback < 0 ? -1 : tests.definitions.of(program.base(assumption.function()) + callback);
    if (made < 0 || program.op(made) != Op.FUNCTION) {
      return Guess.UNKNOWN;
    }
    int owner = program.functionOf(made);
    int function =
        program.function(program.fileOf(owner), program.body(owner).a(made - program.base(owner)));
    int[] parameters = program.parameters(function);
    if (parameters.length == 0 || parameters[0] < 0) {
      return Guess.UNKNOWN;
    }
    int value = parameters[0] - program.base(function);
    Guess answer = tests.returned(Assumption.of(function, value, element, assumption.flags()));
    int truth = answer == null ? -1 : answer.truth();
    return switch (method) {
      case "every" -> truth == 0 ? Guess.FALSE : Guess.UNKNOWN;
      case "findIndex" -> Guess.UNKNOWN;
      default -> truth == 1 ? (method.equals("some") ? Guess.TRUE : Guess.TRUTHY) : Guess.UNKNOWN;
    };
  }

  private Guess matches(int pattern, @Nullable String text, Assumption assumption) {
    if (pattern < 0 || text == null) {
      return Guess.UNKNOWN;
    }
    int made = tests.definitions.of(program.base(assumption.function()) + pattern);
    if (program.op(made) != Op.REGEX) {
      return Guess.UNKNOWN;
    }
    ShortSearch search = searches.computeIfAbsent(made, this::search);
    return switch (search.in(text)) {
      case FOUND -> Guess.TRUTHY;
      case NOT_FOUND -> Guess.FALSY;
      case UNKNOWN -> Guess.UNKNOWN;
    };
  }

  private ShortSearch search(int regex) {
    int owner = program.functionOf(regex);
    int number = program.body(owner).a(regex - program.base(owner));
    return new ShortSearch(program.flowOf(owner).regex(number));
  }

  private Guess text(
      String method,
      String text,
      Guess argument,
      Body body,
      int call,
      Assumption assumption,
      int depth) {
    switch (method) {
      case "startsWith" -> {
        return argument.string() == null
            ? Guess.UNKNOWN
            : Guess.of(text.startsWith(argument.string()));
      }
      case "endsWith" -> {
        return argument.string() == null
            ? Guess.UNKNOWN
            : Guess.of(text.endsWith(argument.string()));
      }
      case "trim", "valueOf", "normalize", "toString" -> {
        return Guess.text(text);
      }
      case "toLowerCase" -> {
        return Guess.text(text.toLowerCase(Locale.ROOT));
      }
      case "toUpperCase" -> {
        return Guess.text(text.toUpperCase(Locale.ROOT));
      }
      case "charAt" -> {
        return argument.value() != null && argument.value().number() == 0
            ? Guess.text(text.substring(0, Math.min(1, text.length())))
            : Guess.UNKNOWN;
      }
      case "slice", "substring", "substr" -> {
        Guess end = tests.of(Values.argument(body, call, 1), assumption, depth + 1);
        return cut(text, method, argument.value(), end.value());
      }
      default -> {
        return Guess.UNKNOWN;
      }
    }
  }

  private static Guess cut(
      String text, String method, @Nullable Constant from, @Nullable Constant to) {
    if (from == null || Double.isNaN(from.number())) {
      return Guess.UNKNOWN;
    }
    int length = text.length();
    int start = (int) from.number();
    start = start < 0 && !method.equals("substring") ? Math.max(0, length + start) : start;
    int end = length;
    if (to != null) {
      if (Double.isNaN(to.number())) {
        return Guess.UNKNOWN;
      }
      end = (int) to.number() + (method.equals("substr") ? start : 0);
      end = end < 0 && method.equals("slice") ? length + end : end;
    }
    start = Math.min(Math.max(0, start), length);
    end = Math.min(Math.max(start, end), length);
    return Guess.text(text.substring(start, end));
  }

  /** Whether a call of a function of the project never comes back. */
  boolean neverReturns(Body body, int call, Assumption assumption) {
    int[] callee = tests.callee(call, assumption);
    if (callee == null) {
      return asserts(body, call, assumption);
    }
    Assumption inside = inside(body, call, callee, assumption, 0);
    return inside != null
        && tests.returned(inside) == null
        && hasReturn(program.body(inside.function()));
  }

  private static boolean hasReturn(Body body) {
    for (int v = 0; v < body.size(); v++) {
      if (body.op(v) == Op.RETURN) {
        return true;
      }
    }
    return false;
  }

  private boolean asserts(Body body, int call, Assumption assumption) {
    String api = Values.api(program.flowOf(assumption.function()), body, call);
    boolean plain = api != null && (api.equals("assert") || api.equals("assert.ok"));
    int first = Values.argument(body, call, 0);
    return plain && first >= 0 && tests.of(first, assumption, 0).truth() == 0;
  }

  /** What is known in a function that is called; null if that is nothing. */
  private @Nullable Assumption inside(
      Body body, int call, int[] callee, Assumption assumption, int depth) {
    int[] parameters = program.parameters(callee[0]);
    List<Integer> values = new ArrayList<>(MOST_PARAMETERS);
    List<Guess> guesses = new ArrayList<>(MOST_PARAMETERS);
    boolean own = assumption.own();
    for (int i = 0; i < body.listSize(body.c(call)); i++) {
      int argument = Values.argument(body, call, i);
      int at = i + callee[1];
      if (argument < 0) {
        break;
      }
      Guess guess = tests.of(argument, assumption, depth + 1);
      for (int j = 0; j < i && guess.key() != null; j++) {
        own |= tests.keys.enumerates(assumption.function(), argument, body.listAt(body.c(call), j));
      }
      if (guess.isKnown()
          && values.size() < MOST_PARAMETERS
          && at >= 0
          && at < parameters.length
          && parameters[at] >= 0) {
        values.add(parameters[at] - program.base(callee[0]));
        guesses.add(guess);
      }
    }
    return values.isEmpty() && assumption.flags().isEmpty()
        ? null
        : new Assumption(callee[0], values, guesses, own, assumption.flags());
  }
}
