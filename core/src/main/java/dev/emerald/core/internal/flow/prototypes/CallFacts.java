package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.spi.scope.Constant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What conditions have said of the arguments of a call, and what they have to say of the parameters
 * of the function around it for the call to be made. A function that is called where {@code
 * isObject(value)} does not hold makes no call that stands where it does.
 */
final class CallFacts {

  private static final int MOST_CONDITIONS = 16;

  private final Program program;
  private final Definitions definitions;
  private final Map<Integer, Map<Fact, Boolean>> given = new HashMap<>();
  private final Map<Integer, Map<Fact, Boolean>> needed = new HashMap<>();

  /**
   * A predicate on an argument or a parameter.
   *
   * @param position which one
   * @param predicate the same for the same question
   */
  private record Fact(int position, String predicate) {}

  CallFacts(Program program, Definitions definitions) {
    this.program = program;
    this.definitions = definitions;
  }

  /** Whether a call needs something of the parameters of the function around it. */
  boolean needsAny(int call) {
    return !needed(call).isEmpty();
  }

  /**
   * Whether what a call has made sure of its arguments rules a call out that stands in the function
   * that is called.
   *
   * @param shift how many parameters lie before the first argument
   */
  boolean rulesOut(int call, int shift, int inner) {
    Map<Fact, Boolean> facts = needed(inner);
    if (facts.isEmpty()) {
      return false;
    }
    for (Map.Entry<Fact, Boolean> each : given(call).entrySet()) {
      Fact fact = each.getKey();
      Boolean outcome = facts.get(new Fact(fact.position() + shift, fact.predicate()));
      if (outcome != null && !outcome.equals(each.getValue())) {
        return true;
      }
    }
    return false;
  }

  private Map<Fact, Boolean> given(int call) {
    return given.computeIfAbsent(call, key -> facts(call, false));
  }

  private Map<Fact, Boolean> needed(int call) {
    return needed.computeIfAbsent(call, key -> facts(call, true));
  }

  /**
   * What holds at a call.
   *
   * @param ofParameters whether it is said of the parameters that are given on, else of arguments
   */
  private Map<Fact, Boolean> facts(int call, boolean ofParameters) {
    int function = program.functionOf(call);
    Body body = program.body(function);
    int list = body.c(call - program.base(function));
    Map<Fact, Boolean> facts = new HashMap<>();
    for (int i = 0; i < body.listSize(list); i++) {
      int argument = body.listAt(list, i);
      if (argument < 0 || body.op(argument) == Op.SPREAD) {
        break;
      }
      int plain = Values.plain(body, argument);
      int position = i;
      if (ofParameters) {
        if (plain < 0 || body.op(plain) != Op.PARAM || body.b(plain) == 1) {
          continue;
        }
        position = body.a(plain);
      }
      int v = argument;
      for (int steps = 0; steps < MOST_CONDITIONS && body.op(v) == Op.SIGMA; steps++) {
        if (body.c(v) < 2) {
          note(function, body, body.b(v), plain, position, body.c(v) == 1, facts);
        }
        v = body.a(v);
      }
    }
    return facts;
  }

  private void note(
      int function,
      Body body,
      int condition,
      int subject,
      int position,
      boolean outcome,
      Map<Fact, Boolean> facts) {
    FileFlow file = program.flowOf(function);
    int asked = Values.plain(body, condition);
    boolean holds = outcome;
    while (asked >= 0 && body.op(asked) == Op.UNARY && body.operator(asked, file).equals("!")) {
      holds = !holds;
      asked = Values.plain(body, body.a(asked));
    }
    if (asked < 0) {
      return;
    }
    if (body.op(asked) == Op.BINARY && body.operator(asked, file).startsWith("!")) {
      holds = !holds;
    }
    String predicate = predicate(function, body, file, asked, subject);
    if (predicate != null) {
      facts.put(new Fact(position, predicate), holds);
    }
  }

  /** What is asked of a subject, the same text for the same question; null if nothing is. */
  private @Nullable String predicate(
      int function, Body body, FileFlow file, int asked, int subject) {
    if (asked == subject) {
      return "truth";
    }
    switch (body.op(asked)) {
      case CALL -> {
        boolean one =
            body.listSize(body.c(asked)) == 1
                && Values.plain(body, body.listAt(body.c(asked), 0)) == subject;
        if (!one || body.a(asked) < 0) {
          return null;
        }
        String api = Values.api(file, body, asked);
        if ("globalThis.Array.isArray".equals(api)) {
          return api;
        }
        int made = definitions.of(program.base(function) + body.a(asked));
        int owner = program.functionOf(made);
        Body in = program.body(owner);
        int m = made - program.base(owner);
        return in.op(m) == Op.FUNCTION
            ? "function " + program.function(program.fileOf(owner), in.a(m))
            : null;
      }
      case BINARY -> {
        String operator = body.operator(asked, file);
        boolean equality = operator.endsWith("==") || operator.equals("!=");
        return equality ? kind(body, file, body.a(asked), body.b(asked), subject) : null;
      }
      default -> {
        return null;
      }
    }
  }

  /** {@code typeof subject === 'object'}. */
  private static @Nullable String kind(Body body, FileFlow file, int left, int right, int subject) {
    int type = Values.plain(body, left);
    int text = Values.plain(body, right);
    if (type < 0
        || text < 0
        || body.op(type) != Op.UNARY
        || !body.operator(type, file).equals("typeof")
        || Values.plain(body, body.a(type)) != subject
        || body.op(text) != Op.CONST) {
      return null;
    }
    Constant constant = file.constant(body.a(text));
    return constant.string() == null ? null : "typeof " + constant.string();
  }
}
