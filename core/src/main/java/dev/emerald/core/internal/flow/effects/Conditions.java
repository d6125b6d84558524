package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.List;

/** What a condition says of a value that it has to do with. */
final class Conditions {

  private static final int MAX_DEPTH = 8;
  private static final int MAX_USES = 4;
  private static final int MAX_INNER = 2;
  private static final int MAX_CAPTURED = 16;
  private static final int MAX_RETURNS = 8;

  /** How far from a comparison another one is looked for that it belongs to. */
  private static final int NEAR = 64;

  private final FlowModels models;
  private final Values values;
  private final Steps steps;
  private final Relations relations;
  private final Tests tests;

  Conditions(FlowModels models, Kinds kinds, Values values, Steps steps) {
    this.models = models;
    this.values = values;
    this.steps = steps;
    this.relations = new Relations(models, kinds, steps);
    this.tests = new Tests(kinds);
  }

  /**
   * A call of a function that may be the project's own, as a condition.
   *
   * @param outcome as operand {@code c} of {@code SIGMA}
   */
  record Use(int call, int argument, int outcome) {}

  /** What a condition says: some of it at once, some is up to the functions that it calls. */
  record Filter(Known known, List<Use> uses) {}

  /** What is known of a value where a condition came out in some way. */
  Filter filter(FileFlow file, Body body, int condition, int outcome, int of) {
    Question question = new Question(file, body, of);
    Known known =
        outcome == 2
            ? question.cameBack(Values.plain(body, condition))
            : question.holds(condition, outcome == 1, 0);
    return new Filter(known, List.copyOf(question.uses));
  }

  /** What is known of {@code of} if something is known of an argument of a call. */
  Known carried(FileFlow file, Body body, Known known, int tested, int of) {
    return relations.carry(file, body, known, tested, of);
  }

  /** One question, with what it found on its way. */
  private final class Question {
    private final FileFlow file;
    private final Body body;
    private final int of;
    private final List<Use> uses = new ArrayList<>(0);
    private int alternatives;

    /** How many callbacks this one is in. */
    private int inner;

    Question(FileFlow file, Body body, int of) {
      this.file = file;
      this.body = body;
      this.of = of;
    }

    Known carry(Known known, int tested) {
      return relations.carry(file, body, known, tested, of);
    }

    /** What is known where a value is truthy, or falsy. */
    Known holds(int condition, boolean truth, int depth) {
      int value = Values.plain(body, condition);
      if (value < 0 || depth > MAX_DEPTH) {
        return Known.NOTHING;
      }
      switch (body.op(value)) {
        case CONST -> {
          return file.constant(body.a(value)).truthy() == truth ? Known.NOTHING : Known.CONSTANT;
        }
        case UNARY -> {
          return unary(value, truth, depth);
        }
        case BINARY -> {
          return binary(value, truth, depth);
        }
        case CALL -> {
          return call(value, truth, depth);
        }
        case AWAIT -> {
          return holds(body.a(value), truth, depth + 1);
        }
        case LOAD_KEY -> {
          return truth ? member(body.a(value), body.b(value)) : falsy(value, false);
        }
        case PHI -> {
          return phi(value, truth, depth);
        }
        default -> {
          return falsy(value, truth);
        }
      }
    }

    /** What is falsy is no text but the empty one. */
    private Known falsy(int value, boolean truth) {
      return truth ? Known.NOTHING : carry(Known.CONSTANT, value);
    }

    /**
     * A value of {@code &&}, {@code ||} or of a variable: the operands that can come out so. An
     * operand that is a value under its own condition was left since it came out that way.
     */
    private Known phi(int phi, boolean truth, int depth) {
      int list = body.c(phi);
      Known passed = Known.NOTHING;
      Known either = Known.CONSTANT;
      int feasible = 0;
      for (int i = 0; i < body.listSize(list); i++) {
        feasible += leftWith(body.listAt(list, i)) == (truth ? 0 : 1) ? 0 : 1;
      }
      alternatives += feasible > 1 ? 1 : 0;
      for (int i = 0; i < body.listSize(list); i++) {
        int operand = body.listAt(list, i);
        int left = leftWith(operand);
        if (left == (truth ? 0 : 1)) {
          passed = passed.and(holds(body.b(operand), truth, depth + 1));
        } else {
          int value = left < 0 ? operand : body.b(operand);
          either = either.or(holds(value, truth, depth + 1));
        }
      }
      alternatives -= feasible > 1 ? 1 : 0;
      return passed.and(either);
    }

    /** The outcome with which a short circuit was left with this operand; -1 if it is none. */
    private int leftWith(int operand) {
      return operand >= 0
              && body.op(operand) == Op.SIGMA
              && body.c(operand) < 2
              && Values.plain(body, operand) == Values.plain(body, body.b(operand))
          ? body.c(operand)
          : -1;
    }

    private Known unary(int value, boolean truth, int depth) {
      return switch (body.operator(value, file)) {
        case "!" -> holds(body.a(value), !truth, depth + 1);
        case "~" -> found(Values.plain(body, body.a(value)), truth, false);
        default -> Known.NOTHING;
      };
    }

    // Comparisons.

    private Known binary(int value, boolean truth, int depth) {
      int left = body.a(value);
      int right = body.b(value);
      String operator = body.operator(value, file);
      switch (operator) {
        case "===", "==" -> {
          return equal(left, right, truth, depth);
        }
        case "!==", "!=" -> {
          return equal(left, right, !truth, depth);
        }
        case "in" -> {
          return truth ? member(right, left) : Known.NOTHING;
        }
        case "instanceof" -> {
          int type = Values.plain(body, right);
          return truth && type >= 0 && body.op(type) == Op.GLOBAL
              ? carry(tests.instance(file.name(body.a(type))), left)
              : Known.NOTHING;
        }
        case "<", "<=", ">", ">=" -> {
          // Compared with a constant: see below.
        }
        default -> {
          return Known.NOTHING;
        }
      }
      int capped = operator.charAt(0) == '<' == truth ? left : right;
      Known known = carry(tests.isCapped(), capped);
      Constant constant = values.constant(file, body, right);
      if (constant != null) {
        return known.and(ordered(left, operator, constant, truth));
      }
      constant = values.constant(file, body, left);
      return constant == null
          ? known
          : known.and(ordered(right, mirrored(operator), constant, truth));
    }

    private String mirrored(String operator) {
      return (operator.charAt(0) == '<' ? ">" : "<") + operator.substring(1);
    }

    private Known ordered(int left, String operator, Constant constant, boolean truth) {
      double number = constant.number();
      int value = Values.plain(body, left);
      if (isLength(value) && (operator.charAt(0) == '<') == truth && number <= Tests.SHORT) {
        return carry(tests.isShort(), body.a(value));
      }
      if (isSearch(value)) {
        boolean more = operator.charAt(0) == '>';
        double least = operator.length() == 1 ? number + (more ? 1 : 0) : number + (more ? 0 : 1);
        // The index is at least that where the comparison, or its opposite, holds.
        if (least == 0) {
          return found(value, more == truth, false);
        }
        return least > 0 && more && truth ? found(value, true, false) : Known.NOTHING;
      }
      return truth && !Double.isNaN(number) ? carry(tests.number(), left) : Known.NOTHING;
    }

    private boolean isLength(int value) {
      return value >= 0 && body.op(value) == Op.LOAD && file.name(body.b(value)).equals("length");
    }

    private Known equal(int left, int right, boolean truth, int depth) {
      Constant constant = values.constant(file, body, right);
      if (constant != null) {
        return equalTo(left, constant, truth, depth);
      }
      constant = values.constant(file, body, left);
      if (constant != null) {
        return equalTo(right, constant, truth, depth);
      }
      if (!truth) {
        return Known.NOTHING;
      }
      Known known = unchanged(left, right);
      if (known.isNothing()) {
        known = unchanged(right, left);
      }
      if (known.isNothing()) {
        known = head(left, right);
      }
      if (known.isNothing()) {
        known = head(right, left);
      }
      if (known.isNothing()) {
        known = isRoot(left, right);
      }
      return known.isNothing() ? isRoot(right, left) : known;
    }

    /**
     * {@code p === root} beside {@code p.startsWith(root + '/')}: where all that is below is let
     * through, it is what it starts with that counts.
     */
    private Known isRoot(int text, int root) {
      if (carry(Known.CONSTANT, text).isNothing()) {
        return Known.NOTHING;
      }
      int place = Math.max(text, root);
      int end = Math.min(body.size(), place + NEAR);
      for (int i = Math.max(0, place - NEAR); i < end; i++) {
        if (body.op(i) == Op.CALL
            && "startsWith".equals(Values.method(file, body, i))
            && Values.same(body, Values.receiver(body, i), text)
            && begins(Values.argument(body, i, 0), root)) {
          return carry(tests.startsWithFixed(), text);
        }
      }
      return Known.NOTHING;
    }

    /** Whether a text is {@code root}, or starts with it. */
    private boolean begins(int text, int root) {
      int whole = Values.plain(body, text);
      return Values.same(body, whole, root)
          || whole >= 0
              && body.op(whole) == Op.CONCAT
              && body.listSize(body.c(whole)) > 0
              && Values.same(body, body.listAt(body.c(whole), 0), root);
    }

    private Known equalTo(int left, Constant constant, boolean truth, int depth) {
      int value = Values.plain(body, left);
      switch (constant.type()) {
        case BOOLEAN -> {
          return holds(left, constant.truthy() == truth, depth + 1);
        }
        case NULL, UNDEFINED -> {
          return holds(left, !truth, depth + 1);
        }
        case NUMBER -> {
          if (truth && isLength(value) && constant.number() <= Tests.SHORT) {
            return carry(tests.isShort(), body.a(value));
          }
          if (isSearch(value)) {
            return searched(value, constant.number(), truth);
          }
        }
        case STRING -> {
          if (body.op(value) == Op.UNARY && body.operator(value, file).equals("typeof")) {
            return carry(tests.type(constant.text(), truth), body.a(value));
          }
          Known known = headIs(value, constant.text(), truth);
          if (!known.isNothing()) {
            return known;
          }
        }
        default -> {
          // Nothing more than that they are equal.
        }
      }
      return carry(tests.equal(constant, truth), left);
    }

    private Known searched(int call, double number, boolean truth) {
      if (number == -1) {
        return found(call, !truth, false);
      }
      return number == 0
          ? found(call, truth, true)
          : truth ? found(call, true, false) : Known.NOTHING;
    }

    /** {@code f(x) === x}: f changes nothing, so x is as what comes of f. */
    private Known unchanged(int made, int of) {
      int call = Values.plain(body, made);
      if (call < 0 || body.op(call) != Op.CALL) {
        return Known.NOTHING;
      }
      if ("path.dirname".equals(Values.api(file, body, call))) {
        return carry(tests.below(), Values.argument(body, call, 0));
      }
      return carry(relations.made(file, body, call, of), of);
    }

    /** {@code x.slice(0, root.length) === root}. */
    private Known head(int made, int root) {
      int call = Values.plain(body, made);
      if (!isHead(call)) {
        return Known.NOTHING;
      }
      int length = Values.plain(body, Values.argument(body, call, 1));
      boolean all =
          length >= 0
              && body.op(length) == Op.LOAD
              && file.name(body.b(length)).equals("length")
              && Values.same(body, body.a(length), root);
      return all ? carry(tests.startsWithFixed(), Values.receiver(body, call)) : Known.NOTHING;
    }

    private boolean isHead(int call) {
      if (call < 0 || body.op(call) != Op.CALL) {
        return false;
      }
      String method = Values.method(file, body, call);
      return method != null
          && (method.equals("slice") || method.equals("substr") || method.equals("substring"))
          && "0".equals(values.text(file, body, Values.argument(body, call, 0)));
    }

    /** {@code x[0] === '/'}, {@code x.charAt(0) === '/'}, {@code x.substr(0, 2) === '..'}. */
    private Known headIs(int value, String text, boolean truth) {
      boolean first =
          body.op(value) == Op.LOAD_KEY && "0".equals(values.text(file, body, body.b(value)))
              || body.op(value) == Op.LOAD && file.name(body.b(value)).equals("0");
      if (first) {
        return text.length() == 1
            ? carry(tests.startsWith(text, truth), body.a(value))
            : Known.NOTHING;
      }
      if (body.op(value) != Op.CALL) {
        return Known.NOTHING;
      }
      boolean charAt =
          "charAt".equals(Values.method(file, body, value))
              && text.length() == 1
              && "0".equals(values.text(file, body, Values.argument(body, value, 0)));
      return charAt || isHead(value)
          ? carry(tests.startsWith(text, truth), Values.receiver(body, value))
          : Known.NOTHING;
    }

    // Calls.

    private boolean isSearch(int value) {
      if (value < 0 || body.op(value) != Op.CALL) {
        return false;
      }
      String method = Values.method(file, body, value);
      return method != null
          && (method.equals("indexOf")
              || method.equals("lastIndexOf")
              || method.equals("search")
              || method.equals("findIndex"));
    }

    /** A search found something, or not; {@code atStart} if at the very start, or not there. */
    private Known found(int call, boolean truth, boolean atStart) {
      if (!isSearch(call)) {
        return Known.NOTHING;
      }
      int receiver = Values.receiver(body, call);
      int argument = Values.argument(body, call, 0);
      String method = Values.method(file, body, call);
      if (argument < 0 || "findIndex".equals(method)) {
        return Known.NOTHING;
      }
      if ("search".equals(method)) {
        RegexPattern regex = values.regex(file, body, argument);
        return regex == null || atStart
            ? Known.NOTHING
            : carry(tests.matches(steps.facts(regex), truth), receiver);
      }
      return atStart ? starts(receiver, argument, truth) : holdsText(receiver, argument, truth);
    }

    private Known starts(int receiver, int argument, boolean truth) {
      String text = values.text(file, body, argument);
      if (text != null) {
        return carry(tests.startsWith(text, truth), receiver);
      }
      return truth ? carry(tests.startsWithFixed(), receiver) : Known.NOTHING;
    }

    /** A text or an array holds something, or not. */
    private Known holdsText(int receiver, int argument, boolean truth) {
      if (truth) {
        return member(receiver, argument);
      }
      String text = values.text(file, body, argument);
      return text == null ? Known.NOTHING : carry(tests.without(text), receiver);
    }

    /** Something is one of a collection. */
    private Known member(int collection, int item) {
      Known known = carry(Known.CONSTANT, item);
      if (known.isNothing()) {
        return known;
      }
      Values.At at = values.origin(file, body, collection);
      if (at.value() < 0 || values.sites(file).isFilled(file, at.body(), at.value())) {
        return Known.NOTHING;
      }
      switch (at.op()) {
        case PARAM, CONCAT, THIS -> {
          return Known.NOTHING;
        }
        case ARRAY -> {
          return isConstant(at) ? known : Known.NOTHING;
        }
        default -> {
          return relations.carry(file, body, Known.CONSTANT, collection, of).isNothing()
              ? known
              : Known.NOTHING;
        }
      }
    }

    private boolean isConstant(Values.At array) {
      int list = array.body().c(array.value());
      for (int i = 0; i < array.body().listSize(list); i++) {
        int element = array.body().listAt(list, i);
        if (array.body().op(Values.plain(array.body(), element)) == Op.PARAM) {
          return false;
        }
      }
      return true;
    }

    private Known call(int call, boolean truth, int depth) {
      String api = Values.api(file, body, call);
      if (api != null) {
        Known known = byApi(call, api, truth, depth);
        if (!known.isNothing()) {
          return known;
        }
      }
      String method = Values.method(file, body, call);
      if (method != null) {
        Known known = byMethod(call, method, truth);
        if (!known.isNothing()) {
          return known;
        }
      }
      use(call, truth ? 1 : 0);
      return falsy(call, truth);
    }

    private void use(int call, int outcome) {
      for (int i = 0; alternatives == 0 && i < body.listSize(body.c(call)); i++) {
        if (uses.size() < MAX_USES
            && !carry(Known.CONSTANT, body.listAt(body.c(call), i)).isNothing()) {
          uses.add(new Use(call, i, outcome));
        }
      }
    }

    private Known byMethod(int call, String method, boolean truth) {
      int receiver = Values.receiver(body, call);
      int argument = Values.argument(body, call, 0);
      if (argument < 0) {
        return Known.NOTHING;
      }
      switch (method) {
        case "includes", "contains" -> {
          return holdsText(receiver, argument, truth);
        }
        case "startsWith" -> {
          return starts(receiver, argument, truth);
        }
        case "has", "hasOwnProperty", "hasOwn" -> {
          return truth ? member(receiver, argument) : Known.NOTHING;
        }
        case "some", "find" -> {
          return truth ? saidOfSome(argument) : Known.NOTHING;
        }
        case "test", "exec" -> {
          return matches(receiver, argument, truth);
        }
        case "match" -> {
          return matches(argument, receiver, truth);
        }
        default -> {
          return Known.NOTHING;
        }
      }
    }

    /**
     * {@code roots.some((root) => p.startsWith(root))}: what holds of {@code p} for one of them.
     */
    private Known saidOfSome(int callback) {
      int function = Values.plain(body, callback);
      if (function < 0 || body.op(function) != Op.FUNCTION || inner >= MAX_INNER) {
        return Known.NOTHING;
      }
      Body asked = file.bodies().get(body.a(function));
      Known known = Known.NOTHING;
      int captured = body.c(function);
      for (int i = 0; i < body.listSize(captured) && i < MAX_CAPTURED; i++) {
        int outer = body.listAt(captured, i);
        if (!carry(Known.CONSTANT, outer).isNothing()) {
          known = known.and(carry(whereTrue(asked, i), outer));
        }
      }
      return known;
    }

    /** What a callback that gave something true says of one of the values that it captures. */
    private Known whereTrue(Body asked, int index) {
      int capture = -1;
      for (int i = 0; i < asked.size() && capture < 0; i++) {
        capture = asked.op(i) == Op.CAPTURE && asked.a(i) == index ? i : -1;
      }
      if (capture < 0 || asked.is(Body.ASYNC) || asked.is(Body.GENERATOR)) {
        return Known.NOTHING;
      }
      Question question = new Question(file, asked, capture);
      question.inner = inner + 1;
      Known either = Known.CONSTANT;
      int returns = 0;
      for (int i = 0; i < asked.size(); i++) {
        if (asked.op(i) == Op.RETURN && asked.a(i) >= 0) {
          returns++;
          either = either.or(question.holds(asked.a(i), true, 0));
        }
      }
      return returns == 0 || returns > MAX_RETURNS ? Known.NOTHING : either;
    }

    private Known matches(int pattern, int text, boolean truth) {
      RegexPattern regex = values.regex(file, body, pattern);
      return regex == null ? Known.NOTHING : carry(tests.matches(steps.facts(regex), truth), text);
    }

    private Known byApi(int call, String api, boolean truth, int depth) {
      int first = Values.argument(body, call, 0);
      switch (api) {
        case "globalThis.Boolean" -> {
          return first < 0 ? Known.NOTHING : holds(first, truth, depth + 1);
        }
        case "globalThis.isNaN", "globalThis.Number.isNaN" -> {
          return truth || first < 0 ? Known.NOTHING : carry(tests.number(), first);
        }
        case "globalThis.Array.isArray" -> {
          return truth && first >= 0 ? carry(tests.isArray(), first) : Known.NOTHING;
        }
        case "globalThis.isFinite",
            "globalThis.Number.isInteger",
            "globalThis.Number.isFinite",
            "globalThis.Number.isSafeInteger" -> {
          return truth && first >= 0 ? carry(tests.number(), first) : Known.NOTHING;
        }
        case "path.isAbsolute", "path.posix.isAbsolute" -> {
          return first < 0
              ? Known.NOTHING
              : carry(Known.start(truth ? States.ABSOLUTE : States.RELATIVE), first);
        }
        case "globalThis.Object.hasOwn", "globalThis.Reflect.has" -> {
          int key = Values.argument(body, call, 1);
          return truth && key >= 0 ? member(first, key) : Known.NOTHING;
        }
        default -> {
          return byModel(call, api, truth ? 1 : 0);
        }
      }
    }

    private Known byModel(int call, String api, int outcome) {
      FlowModels.Api model = models.api(api);
      if (model == null) {
        return Known.NOTHING;
      }
      Known known = Known.NOTHING;
      for (FlowModels.Guard guard : model.guards()) {
        int asked = guard.words().contains("throws") ? 2 : guard.whenTrue() ? 1 : 0;
        int tested = slot(call, guard.at());
        if (asked == outcome && tested >= 0) {
          known = known.and(carry(Known.kinds(guard.kinds()), tested));
        }
      }
      return known;
    }

    private int slot(int call, FlowModels.Slot slot) {
      return switch (slot.where()) {
        case ARGUMENT -> Values.argument(body, call, Math.max(0, slot.index()));
        case RECEIVER -> Values.receiver(body, call);
        default -> -1;
      };
    }

    /** What is known after a call that came back. */
    Known cameBack(int call) {
      if (call >= 0 && body.op(call) == Op.AWAIT) {
        return cameBack(Values.plain(body, body.a(call)));
      }
      if (call < 0 || body.op(call) != Op.CALL) {
        return Known.NOTHING;
      }
      String api = Values.api(file, body, call);
      if (api != null && (api.equals("assert") || api.startsWith("assert."))) {
        return asserted(call, api.substring(api.lastIndexOf('.') + 1));
      }
      if (api != null) {
        Known known = byModel(call, api, 2);
        if (!known.isNothing()) {
          return known;
        }
      }
      use(call, 2);
      return Known.NOTHING;
    }

    private Known asserted(int call, String assertion) {
      int first = Values.argument(body, call, 0);
      int second = Values.argument(body, call, 1);
      if (first < 0) {
        return Known.NOTHING;
      }
      return switch (assertion) {
        case "assert", "ok", "strict" -> holds(first, true, 1);
        case "equal", "strictEqual", "deepEqual", "deepStrictEqual" ->
            second < 0 ? Known.NOTHING : equal(first, second, true, 1);
        case "notEqual", "notStrictEqual" ->
            second < 0 ? Known.NOTHING : equal(first, second, false, 1);
        case "match" -> second < 0 ? Known.NOTHING : matches(second, first, true);
        case "doesNotMatch" -> second < 0 ? Known.NOTHING : matches(second, first, false);
        default -> Known.NOTHING;
      };
    }
  }

  /** A call of a missing function whose name says that what it is asked of is fine, or is not. */
  static boolean promises(String name, int outcome) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    if (outcome == 2) {
      return containsAny(lower, "assert", "check", "ensure", "valid", "verify", "guard");
    }
    boolean bad =
        containsAny(
            lower,
            "invalid",
            "unsafe",
            "insecure",
            "deny",
            "denied",
            "forbid",
            "illegal",
            "malicious",
            "bad",
            "evil",
            "attack",
            "block",
            "reject",
            "disallow",
            "notallowed",
            "outside",
            "traversal");
    return outcome == (bad ? 0 : 1);
  }

  private static boolean containsAny(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
