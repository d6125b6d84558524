package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Types;
import dev.emerald.spi.scope.Constant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out conditions for a key that has a certain name: in whatever way a guard is written, it
 * guards against a name if it comes out the other way for it. Nothing is matched by its shape; what
 * cannot be worked out is unknown, and guards against nothing.
 */
final class NameTests {

  private static final int MOST_DEPTH = 24;
  private static final int MOST_CALLS = 4;
  private static final int MOST_WORK = 600;
  private static final int MOST_RETURNS = 24;

  final Program program;
  final Definitions definitions;
  final Keys keys;
  private final Types types;
  private final NameCalls calls;
  private int work;
  private int nested;

  /** Whether the last answer depends on what is taken for granted. */
  private boolean depends;

  NameTests(Types types, Definitions definitions) {
    this.types = types;
    this.program = types.program();
    this.definitions = definitions;
    this.keys = new Keys(types, definitions);
    this.calls = new NameCalls(this);
  }

  /** Whether a branch is taken for sure the other way than a {@code SIGMA} says. */
  boolean excludes(int function, int sigma, int subject, Guess sample) {
    work = MOST_WORK;
    nested = 0;
    depends = false;
    Body body = program.body(function);
    Map<String, Boolean> flags = new HashMap<>();
    flags(function, body.a(sigma), flags);
    Assumption assumption = Assumption.of(function, Values.plain(body, subject), sample, flags);
    return contradicts(body, sigma, assumption, 0);
  }

  /** Whether {@link #excludes} would say something else of another sample, for all one knows. */
  boolean depends() {
    return depends;
  }

  /**
   * Adds how flags were asked on the way to a value.
   *
   * @return the value before all conditions
   */
  int flags(int function, int value, Map<String, Boolean> flags) {
    Body body = program.body(function);
    int current = value;
    while (current >= 0 && body.op(current) == Op.SIGMA) {
      if (body.c(current) < 2) {
        boolean outcome = body.c(current) == 1;
        int condition = Values.plain(body, body.b(current));
        if (condition >= 0
            && body.op(condition) == Op.UNARY
            && body.operator(condition, program.flowOf(function)).equals("!")) {
          outcome = !outcome;
          condition = Values.plain(body, body.a(condition));
        }
        String flag = condition < 0 ? null : definitions.flag(program.base(function) + condition);
        if (flag != null) {
          flags.put(flag, outcome);
        }
      }
      current = body.a(current);
    }
    return current;
  }

  /** Whether a branch is taken for sure as a {@code SIGMA} says. */
  boolean decides(int function, int sigma, int subject, Guess sample, Map<String, Boolean> flags) {
    work = MOST_WORK;
    nested = 0;
    Body body = program.body(function);
    Assumption assumption = Assumption.of(function, Values.plain(body, subject), sample, flags);
    return body.c(sigma) < 2 && of(body.b(sigma), assumption, 0).truth() == body.c(sigma);
  }

  /** What a function returns for a first argument; unknown if that cannot be said. */
  Guess returned(int function, int parameter, Guess sample) {
    work = MOST_WORK;
    nested = 0;
    int[] parameters = program.parameters(function);
    if (parameter >= parameters.length || parameters[parameter] < 0) {
      return Guess.UNKNOWN;
    }
    int value = parameters[parameter] - program.base(function);
    Guess guess = returned(Assumption.of(function, value, sample));
    return guess == null ? Guess.UNKNOWN : guess;
  }

  private boolean contradicts(Body body, int sigma, Assumption assumption, int depth) {
    int outcome = body.c(sigma);
    if (outcome == 2) {
      int call = Values.plain(body, body.b(sigma));
      return call >= 0 && body.op(call) == Op.CALL && calls.neverReturns(body, call, assumption);
    }
    int truth = of(body.b(sigma), assumption, depth).truth();
    return truth >= 0 && truth != outcome;
  }

  /** What a value of the function that is spoken of is; null if it never comes to be. */
  Guess of(int value, Assumption assumption, int depth) {
    Body body = program.body(assumption.function());
    int v = value < 0 ? -1 : Values.plain(body, value);
    if (v < 0 || depth > MOST_DEPTH || --work < 0) {
      return Guess.UNKNOWN;
    }
    for (int i = 0; i < assumption.values().size(); i++) {
      int subject = assumption.values().get(i);
      if (subject == v
          || Values.same(body, subject, v)
          || keys.isElement(assumption.function(), subject, v)) {
        depends = true;
        return assumption.guesses().get(i);
      }
    }
    FileFlow file = program.flowOf(assumption.function());
    if (!assumption.flags().isEmpty()) {
      String flag = definitions.flag(program.base(assumption.function()) + v);
      Boolean truth = flag == null ? null : assumption.flags().get(flag);
      if (truth != null) {
        return truth ? Guess.TRUTHY : Guess.FALSY;
      }
    }
    return switch (body.op(v)) {
      case CONST -> Guess.of(file.constant(body.a(v)));
      case OBJECT, ARRAY, CLASS, REGEX -> Guess.TRUTHY;
      case FUNCTION -> Guess.OTHER_FUNCTION;
      case SIGMA, AWAIT -> of(body.a(v), assumption, depth + 1);
      case PHI -> joined(body, v, assumption, depth);
      case CONCAT -> concatenated(body, v, assumption, depth);
      case UNARY -> unary(body, v, file, assumption, depth);
      case BINARY -> binary(body, v, file, assumption, depth);
      case LOAD -> property(body, v, file, assumption, depth);
      case LOAD_KEY -> element(body, v, assumption, depth);
      case CALL -> calls.of(body, v, assumption, depth);
      case GLOBAL, CAPTURE, CELL_GET, IMPORT -> defined(assumption.function(), v);
      default -> Guess.UNKNOWN;
    };
  }

  private Guess defined(int function, int v) {
    int made = definitions.of(program.base(function) + v);
    int owner = program.functionOf(made);
    Body body = program.body(owner);
    int m = made - program.base(owner);
    return switch (body.op(m)) {
      case CONST -> Guess.of(program.flowOf(owner).constant(body.a(m)));
      case LOAD ->
          "globalThis.Object.prototype".equals(Values.api(program.flowOf(owner), body, m))
              ? Guess.ROOT
              : Guess.UNKNOWN;
      default -> Guess.UNKNOWN;
    };
  }

  /** The operand with which a short circuit was left, or what all operands that are left say. */
  private Guess joined(Body body, int phi, Assumption assumption, int depth) {
    int list = body.c(phi);
    Guess known = null;
    for (int i = 0; i < body.listSize(list); i++) {
      int operand = body.listAt(list, i);
      if (operand < 0) {
        return Guess.UNKNOWN;
      }
      if (body.op(operand) == Op.SIGMA && body.c(operand) < 2) {
        boolean shortCut = Values.plain(body, operand) == Values.plain(body, body.b(operand));
        Guess condition = of(body.b(operand), assumption, depth + 1);
        if (condition.truth() >= 0 && condition.truth() != body.c(operand)) {
          continue;
        }
        if (shortCut && condition.truth() == body.c(operand)) {
          return condition;
        }
        if (shortCut && condition.truth() < 0) {
          known = (body.c(operand) == 1 ? Guess.TRUTHY : Guess.FALSY).or(known);
          continue;
        }
      }
      if (body.op(operand) == Op.LOAD_KEY
          && !isPossible(body, body.b(operand), assumption, depth)) {
        continue;
      }
      known = of(operand, assumption, depth + 1).or(known);
      if (!known.isKnown()) {
        return known;
      }
    }
    return known == null ? Guess.UNKNOWN : known;
  }

  private Guess concatenated(Body body, int v, Assumption assumption, int depth) {
    StringBuilder text = new StringBuilder();
    int list = body.c(v);
    for (int i = 0; i < body.listSize(list); i++) {
      String part = of(body.listAt(list, i), assumption, depth + 1).key();
      if (part == null || text.length() > 200) {
        return Guess.UNKNOWN;
      }
      text.append(part);
    }
    return Guess.text(text.toString());
  }

  private Guess unary(Body body, int v, FileFlow file, Assumption assumption, int depth) {
    Guess operand = of(body.a(v), assumption, depth + 1);
    switch (body.operator(v, file)) {
      case "!" -> {
        return operand.truth() < 0 ? Guess.UNKNOWN : Guess.of(operand.truth() == 0);
      }
      case "typeof" -> {
        String type = operand.type();
        return type == null ? Guess.UNKNOWN : Guess.text(type);
      }
      case "void" -> {
        return Guess.UNDEFINED;
      }
      case "~" -> {
        double number = number(operand);
        return Double.isNaN(number) ? Guess.UNKNOWN : Guess.of(Constant.of(~(int) number));
      }
      case "+", "-" -> {
        return operand.string() == null ? Guess.UNKNOWN : Guess.of(Constant.of(Double.NaN));
      }
      default -> {
        return Guess.UNKNOWN;
      }
    }
  }

  private static double number(Guess guess) {
    Constant constant = guess.value();
    return constant == null ? Double.NaN : constant.number();
  }

  private Guess binary(Body body, int v, FileFlow file, Assumption assumption, int depth) {
    Guess left = of(body.a(v), assumption, depth + 1);
    Guess right = of(body.b(v), assumption, depth + 1);
    String operator = body.operator(v, file);
    switch (operator) {
      case "===", "==" -> {
        return equal(body, body.a(v), left, body.b(v), right, file, operator.length() == 2);
      }
      case "!==", "!=" -> {
        Guess same = equal(body, body.a(v), left, body.b(v), right, file, operator.length() == 2);
        return same.truth() < 0 ? Guess.UNKNOWN : Guess.of(same.truth() == 0);
      }
      case "in" -> {
        String name = left.string() == null ? null : left.key();
        return name == null || assumption.own() ? Guess.UNKNOWN : inherits(name);
      }
      case "instanceof" -> {
        return left.string() != null ? Guess.FALSE : Guess.UNKNOWN;
      }
      case "<", "<=", ">", ">=" -> {
        return ordered(number(left), operator, number(right));
      }
      default -> {
        return Guess.UNKNOWN;
      }
    }
  }

  private static Guess inherits(String name) {
    return name.equals("prototype") ? Guess.UNKNOWN : Guess.TRUE;
  }

  private static Guess ordered(double left, String operator, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Guess.UNKNOWN;
    }
    return Guess.of(
        switch (operator) {
          case "<" -> left < right;
          case "<=" -> left <= right;
          case ">" -> left > right;
          default -> left >= right;
        });
  }

  private Guess equal(
      Body body, int a, Guess left, int b, Guess right, FileFlow file, boolean loose) {
    if (!left.isKnown() || !right.isKnown()) {
      Guess known = left.isKnown() ? left : right;
      String api = Values.api(file, body, Values.plain(body, left.isKnown() ? b : a));
      boolean toObject = "globalThis.Object".equals(api);
      boolean toRoot = "globalThis.Object.prototype".equals(api);
      if (toObject && known.kind() == Guess.Kind.OTHER_FUNCTION) {
        return Guess.FALSE;
      }
      return toRoot && known.isKnown() ? Guess.of(known.kind() == Guess.Kind.ROOT) : Guess.UNKNOWN;
    }
    Constant one = left.value();
    Constant other = right.value();
    if (one != null && other != null) {
      return Guess.of(loose ? looselyEqual(one, other) : one.equals(other));
    }
    if (left.kind() == Guess.Kind.ROOT || right.kind() == Guess.Kind.ROOT) {
      return roots(left, right);
    }
    boolean listed = left.kind() == Guess.Kind.LISTED || right.kind() == Guess.Kind.LISTED;
    Constant constant = one == null ? other : one;
    if (constant == null) {
      return Guess.UNKNOWN;
    }
    if (listed && loose) {
      return Guess.of(constant.is("__proto__"));
    }
    // Whatever the other is, it is an object or of a truth that a constant does not have.
    Guess.Kind kind = (one == null ? left : right).kind();
    return switch (kind) {
      case TRUTHY -> constant.truthy() ? Guess.UNKNOWN : Guess.FALSE;
      case HOLDER -> loose && constant.string() != null ? Guess.UNKNOWN : Guess.FALSE;
      case FALSY -> constant.truthy() ? Guess.FALSE : Guess.UNKNOWN;
      default -> Guess.FALSE;
    };
  }

  /** Of two values one is {@code Object.prototype}. */
  private static Guess roots(Guess left, Guess right) {
    Guess.Kind other = left.kind() == Guess.Kind.ROOT ? right.kind() : left.kind();
    return switch (other) {
      case ROOT -> Guess.TRUE;
      case TRUTHY, UNKNOWN -> Guess.UNKNOWN;
      default -> Guess.FALSE;
    };
  }

  private static boolean looselyEqual(Constant one, Constant other) {
    boolean nothing = isNothing(one);
    return nothing || isNothing(other)
        ? nothing && isNothing(other)
        : one.equals(other) || one.text().equals(other.text());
  }

  private static boolean isNothing(Constant constant) {
    return constant.type() == Constant.Type.NULL || constant.type() == Constant.Type.UNDEFINED;
  }

  private Guess property(Body body, int v, FileFlow file, Assumption assumption, int depth) {
    if ("globalThis.Object.prototype".equals(Values.api(file, body, v))) {
      return Guess.ROOT;
    }
    Guess object = of(body.a(v), assumption, depth + 1);
    String name = file.name(body.b(v));
    String text = object.string();
    if (text != null && name.equals("length")) {
      return Guess.of(Constant.of(text.length()));
    }
    if (text != null && KeyTransfer.isIndex(name) && name.length() < 4) {
      int at = Integer.parseInt(name);
      return at < text.length() ? Guess.text(text.substring(at, at + 1)) : Guess.UNDEFINED;
    }
    if (name.equals("length") && object.kind() == Guess.Kind.LISTED) {
      return Guess.of(Constant.of(1));
    }
    return inherited(object, name);
  }

  /** What an object that is known gives under a name. */
  private static Guess inherited(Guess object, String name) {
    return switch (object.kind()) {
      case FUNCTION ->
          name.equals("prototype")
              ? Guess.ROOT
              : name.equals("constructor") ? Guess.OTHER_FUNCTION : Guess.UNKNOWN;
      case OTHER_FUNCTION -> name.equals("constructor") ? Guess.OTHER_FUNCTION : Guess.UNKNOWN;
      case ROOT ->
          name.equals("constructor")
              ? Guess.FUNCTION
              : name.equals("__proto__") ? Guess.of(Constant.NULL) : Guess.UNKNOWN;
      default -> Guess.UNKNOWN;
    };
  }

  /** A property under a key: of a table, of a text, or what all objects inherit. */
  private Guess element(Body body, int v, Assumption assumption, int depth) {
    Guess key = of(body.b(v), assumption, depth + 1);
    if (key.key() == null || key.kind() == Guess.Kind.HOLDER) {
      return Guess.UNKNOWN;
    }
    String name = key.key();
    Guess object = of(body.a(v), assumption, depth + 1);
    String text = object.string();
    if (text != null) {
      boolean first = name.equals("0") && !text.isEmpty();
      return first ? Guess.text(text.substring(0, 1)) : Guess.UNKNOWN;
    }
    int made = definitions.of(program.base(assumption.function()) + body.a(v));
    int owner = program.functionOf(made);
    Body in = program.body(owner);
    int table = made - program.base(owner);
    if (in.op(table) == Op.OBJECT) {
      int stored = definitions.store(owner, in, table, name);
      if (stored >= 0) {
        int at = program.functionOf(stored);
        Assumption nothing = Assumption.nothing(at, assumption.flags());
        return of(stored - program.base(at), nothing, depth + 1);
      }
    }
    if (assumption.own() || keys.enumerates(assumption.function(), body.b(v), body.a(v))) {
      return Guess.UNKNOWN;
    }
    if (object.kind() == Guess.Kind.ROOT || object.kind() == Guess.Kind.FUNCTION) {
      return inherited(object, name);
    }
    return switch (name) {
      case "__proto__" -> Guess.ROOT;
      case "constructor" -> Guess.FUNCTION;
      default -> Guess.UNKNOWN;
    };
  }

  /** What the function that is spoken of returns; null if it never does. */
  @Nullable Guess returned(Assumption assumption) {
    Body body = program.body(assumption.function());
    if (nested >= MOST_CALLS || body.is(Body.GENERATOR) || body.is(Body.COARSE)) {
      return Guess.UNKNOWN;
    }
    nested++;
    try {
      Guess known = null;
      int returns = 0;
      for (int v = 0; v < body.size(); v++) {
        if (body.op(v) != Op.RETURN || !isReached(body, v, assumption)) {
          continue;
        }
        Guess guess = body.a(v) < 0 ? Guess.UNDEFINED : of(body.a(v), assumption, 0);
        known = guess.or(known);
        if (++returns > MOST_RETURNS || !known.isKnown()) {
          return Guess.UNKNOWN;
        }
      }
      return known;
    } finally {
      nested--;
    }
  }

  /** Whether no condition that holds at a return comes out the other way. */
  private boolean isReached(Body body, int at, Assumption assumption) {
    int list = body.c(at);
    for (int i = 0; i < body.listSize(list); i++) {
      if (!isPossible(body, body.listAt(list, i), assumption, 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a value can come to be under the conditions that are written at it. */
  boolean isPossible(Body body, int value, Assumption assumption, int depth) {
    int current = value;
    for (int steps = 0; current >= 0 && steps < MOST_DEPTH; steps++) {
      switch (body.op(current)) {
        case SIGMA -> {
          if (contradicts(body, current, assumption, 0)) {
            return false;
          }
          current = body.a(current);
        }
        case PHI -> {
          int list = body.c(current);
          boolean any = body.listSize(list) == 0 || depth > 3;
          for (int i = 0; i < body.listSize(list) && !any; i++) {
            any = isPossible(body, body.listAt(list, i), assumption, depth + 1);
          }
          return any;
        }
        default -> {
          return true;
        }
      }
    }
    return true;
  }

  /** The one function of the project that a call calls, and the shift; null otherwise. */
  int @Nullable [] callee(int call, Assumption assumption) {
    int base = program.base(assumption.function());
    IntList callees = types.callees(base + call);
    if (callees == null || callees.size() == 0) {
      return null;
    }
    if (callees.size() == 2) {
      return new int[] {callees.get(0), callees.get(1)};
    }
    int called = program.body(assumption.function()).a(call);
    return assumption.flags().isEmpty() || called < 0
        ? null
        : chosen(base + called, callees, assumption.flags());
  }

  /** Of several functions that flags choose from, the one that is left. */
  private int @Nullable [] chosen(int called, IntList callees, Map<String, Boolean> flags) {
    IntList functions = definitions.functions(called);
    int found = -1;
    for (int i = 0; i < functions.size(); i++) {
      int written = functions.get(i);
      int owner = program.functionOf(written);
      Body body = program.body(owner);
      int v = written - program.base(owner);
      Assumption assumption = Assumption.nothing(owner, flags);
      if (body.op(v) == Op.SIGMA && contradicts(body, v, assumption, 0)) {
        continue;
      }
      if (found >= 0) {
        return null;
      }
      found = program.function(program.fileOf(owner), body.a(Values.plain(body, v)));
    }
    for (int i = 0; i < callees.size(); i += 2) {
      if (callees.get(i) == found) {
        return new int[] {found, callees.get(i + 1)};
      }
    }
    return null;
  }

  /** Whether calls are known to go to functions of the project. */
  boolean isOwn(int function, int call) {
    IntList callees = types.callees(program.base(function) + call);
    return callees != null && callees.size() > 0;
  }
}
