package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Literal;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.NewExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.NullLiteral;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.Super;
import dev.emerald.spi.ast.TaggedTemplateExpression;
import dev.emerald.spi.ast.TemplateElement;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members, calls and templates with tags: chains of them in loops, whatever their length. */
final class Chains {

  private final BodyLowering body;
  private final Environment env;
  private final Instructions code;
  private final HelperCalls helpers;

  Chains(BodyLowering body) {
    this.body = body;
    this.env = body.env;
    this.code = body.code;
    this.helpers = new HelperCalls(body);
  }

  /** {@code module.exports}, as a variable; null for anything else. */
  @Nullable Variable moduleExports(Node expression) {
    return expression instanceof MemberExpression member && body.closures.moduleExports(member)
        ? body.closures.moduleExports
        : null;
  }

  private static @Nullable Expression inner(Expression expression) {
    return switch (expression.kind()) {
      case MEMBER_EXPRESSION -> ((MemberExpression) expression).object();
      case CALL_EXPRESSION -> ((CallExpression) expression).callee();
      case TAGGED_TEMPLATE_EXPRESSION -> ((TaggedTemplateExpression) expression).tag();
      default -> null;
    };
  }

  /** A chain: {@code a.b(c).d}. */
  int value(Expression top) {
    List<Expression> spine = new ArrayList<>(4);
    Expression at = top;
    Expression next = inner(at);
    while (next != null && moduleExports(at) == null && !body.chains.helper(at)) {
      spine.add(at);
      at = Expressions.unwrapped(next);
      next = inner(at);
    }
    int last = spine.size() - 1;
    int receiver = -1;
    int value;
    int optional = -1;
    Variable exports = moduleExports(at);
    if (exports != null) {
      value = body.read(exports, at);
    } else if (next != null) {
      value =
          body.machine != null && body.machine.isSent(at)
              ? body.machine.sent(at)
              : helpers.call((CallExpression) at);
    } else if (at instanceof Super && last >= 0) {
      receiver = body.receiver(at);
      value = superMember(at, spine.get(last));
    } else if (last >= 0 && required(spine.get(last), at)) {
      String specifier = specifier((CallExpression) spine.get(last));
      value =
          code.add(Op.MODULE, body.file.name(String.valueOf(specifier)), -1, -1, spine.get(last));
      code.api(value, body.file.api(spine.get(last)));
      last--;
    } else {
      value = body.expressions.value(at);
    }
    for (int i = last; i >= 0; i--) {
      Expression link = spine.get(i);
      if (optional < 0 && optional(link)) {
        optional = env.mark();
      }
      if (link instanceof MemberExpression member) {
        boolean called = i > 0 && !(spine.get(i - 1) instanceof MemberExpression);
        int object = value;
        boolean ofSuper = i == last && at instanceof Super;
        value = member(member, object, called);
        receiver = called ? ofSuper ? body.receiver(at) : object : -1;
      } else if (link instanceof CallExpression call) {
        value = call(call, value, receiver);
        receiver = -1;
      } else {
        value = tagged((TaggedTemplateExpression) link, value);
        receiver = -1;
      }
    }
    return optional < 0 ? value : optional(value, optional, top);
  }

  /** Whether an expression is not what it looks like, but what a compiler wrote for it. */
  boolean helper(Expression expression) {
    if (body.machine != null && body.machine.isSent(expression)) {
      return true;
    }
    return expression instanceof CallExpression call && helpers.known(call);
  }

  private static boolean optional(Expression link) {
    return link instanceof MemberExpression member
        ? member.optional()
        : link instanceof CallExpression call && call.optional();
  }

  private int optional(int value, int mark, Node node) {
    State whole = env.take(mark);
    env.join(List.of(State.SAME, whole), node);
    Ints values = new Ints(2);
    values.add(value);
    values.add(body.constant(Constant.UNDEFINED, node));
    return env.phi(values, node);
  }

  // ---- members

  private int superMember(Expression at, Expression link) {
    int parent = body.classes.superClass(at);
    return link instanceof MemberExpression && !body.classes.inStatic(at)
        ? body.add(Op.LOAD, parent, body.file.name("prototype"), -1, at)
        : parent;
  }

  private int member(MemberExpression member, int object, boolean called) {
    RegexPattern element = member.computed() ? body.file.scopes.regexOf(member) : null;
    if (element != null) {
      return body.add(Op.REGEX, body.file.regex(element), -1, -1, member);
    }
    String key = body.expressions.key(member.property(), member.computed());
    int value;
    if (key != null) {
      int name = body.file.name(key);
      if (called) {
        value = body.paths.known(object, name);
        if (value < 0) {
          value = body.add(Op.LOAD, object, name, -1, member);
        }
      } else {
        int argument = argument(member.object(), key);
        value = argument >= 0 ? argument : body.paths.load(object, name, member);
      }
    } else {
      int computed = body.expressions.value(member.property());
      value = body.add(Op.LOAD_KEY, object, computed, -1, member);
    }
    return body.named(value, member);
  }

  /** {@code arguments[1]} is a parameter. */
  private int argument(Expression object, String key) {
    if (!(object instanceof Identifier id)
        || !id.name().equals("arguments")
        || body.closure.arrow
        || !body.hasArguments()
        || body.closures.variable(id) != null
        || key.length() > 2
        || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return body.add(Op.PARAM, Integer.parseInt(key), 0, -1, object);
  }

  // ---- what is assigned

  /**
   * What an assignment assigns: a member, or something else.
   *
   * @param key the number of the name of a member; -1 if it is computed
   * @param computed the value of its key
   */
  record Target(boolean member, int object, int key, int computed, @Nullable Variable variable) {}

  private static final Target OTHER = new Target(false, -1, -1, -1, null);

  Target target(Pattern pattern) {
    Node at = pattern;
    if (pattern instanceof Expression expression) {
      at = Expressions.unwrapped(expression);
    }
    if (!(at instanceof MemberExpression member)) {
      return OTHER;
    }
    Variable exports = moduleExports(member);
    if (exports != null) {
      return new Target(true, -1, -1, -1, exports);
    }
    int object =
        member.object() instanceof Super
            ? body.receiver(member)
            : body.expressions.value(member.object());
    String key = body.expressions.key(member.property(), member.computed());
    if (key != null) {
      return new Target(true, object, body.file.name(key), -1, null);
    }
    return new Target(true, object, -1, body.expressions.value(member.property()), null);
  }

  int load(Target target, Node node) {
    if (target.variable() != null) {
      return body.read(target.variable(), node);
    }
    return target.key() >= 0
        ? body.paths.load(target.object(), target.key(), node)
        : body.add(Op.LOAD_KEY, target.object(), target.computed(), -1, node);
  }

  void store(MemberExpression member, int value, Node whole) {
    store(target(member), value, whole);
  }

  void store(Target target, int value, Node whole) {
    if (target.variable() != null) {
      body.add(Op.SET_EXPORTS, value, -1, -1, whole);
      body.assign(target.variable(), value, whole);
    } else if (target.key() >= 0) {
      body.expressions.store(target.object(), target.key(), value, whole);
    } else {
      body.expressions.storeKey(target.object(), target.computed(), value, whole);
    }
  }

  // ---- calls

  private boolean required(Expression link, Expression callee) {
    return link instanceof CallExpression call && isRequire(callee) && specifier(call) != null;
  }

  /** Whether an expression is the function that loads modules. */
  private boolean isRequire(Expression callee) {
    return callee instanceof Identifier id
        && id.name().equals("require")
        && body.closures.variable(id) == null
        && body.file.names.symbolAt(id.number()) == null;
  }

  private @Nullable String specifier(CallExpression call) {
    if (call.arguments().isEmpty()) {
      return null;
    }
    Constant constant = body.file.scopes.constantOf(call.arguments().get(0));
    return constant == null ? null : constant.string();
  }

  private int call(CallExpression call, int callee, int receiver) {
    RegexPattern made = body.file.scopes.regexOf(call);
    if (made != null) {
      return body.add(Op.REGEX, body.file.regex(made), -1, -1, call);
    }
    if (Expressions.unwrapped(call.callee()) instanceof MemberExpression member
        && !member.computed()
        && receiver >= 0
        && member.property() instanceof Identifier key) {
      if (key.name().equals("call")) {
        if (ofFunction(call, member)) {
          return borrowed(call, receiver, member, false);
        }
        return call(callee, receiver, arguments(call.arguments()), call, -1);
      }
      if (key.name().equals("apply") && call.arguments().size() == 2) {
        return borrowed(call, receiver, member, true);
      }
    }
    Ints arguments =
        receiver >= 0 && code.op(receiver) == Op.CALL && then(call)
            ? afterwards(receiver, call)
            : arguments(call.arguments());
    int api = isRequire(call.callee()) ? body.file.name("require") : body.file.api(call.callee());
    int value = call(callee, receiver, arguments, call, api);
    helpers.after(call, value);
    return value;
  }

  private static boolean then(CallExpression call) {
    return call.callee() instanceof MemberExpression member
        && member.property() instanceof Identifier key
        && key.name().equals("then")
        && !call.arguments().isEmpty()
        && function(call.arguments().get(0));
  }

  /** What runs after {@code check(x).then(…)} runs where the check has come back. */
  private Ints afterwards(int check, CallExpression call) {
    Ints values = new Ints(2);
    List<Expression> given = call.arguments();
    int mark = env.mark();
    Ints slots = new Ints();
    if (code.api(check) < 0) {
      body.guards.targetsOfCall(check, slots);
      body.guards.know(slots, check, 2, call);
    }
    values.add(body.expressions.value(given.get(0)));
    env.restore(mark);
    for (int i = 1; i < given.size(); i++) {
      values.add(body.expressions.value(given.get(i)));
    }
    return values;
  }

  /** Whether {@code f.call(…)} is that of functions: what is the receiver tells. */
  private boolean ofFunction(CallExpression call, MemberExpression member) {
    if (call.arguments().isEmpty()) {
      return false;
    }
    Expression first = call.arguments().get(0);
    return !(first instanceof Literal && !(first instanceof NullLiteral)
        || first instanceof TemplateLiteral
        || first instanceof ArrayExpression && !(member.object() instanceof MemberExpression)
        || first instanceof SpreadElement);
  }

  private int borrowed(CallExpression call, int function, MemberExpression member, boolean list) {
    List<Expression> given = call.arguments();
    int receiver = body.expressions.value(given.get(0));
    Ints arguments;
    if (list) {
      arguments = new Ints(1);
      Expression second = given.get(1);
      int all = body.expressions.value(second);
      arguments.add(body.add(Op.SPREAD, all, -1, -1, second));
    } else {
      arguments = arguments(given.subList(1, given.size()));
    }
    return call(function, receiver, arguments, call, body.file.api(member.object()));
  }

  Ints arguments(List<Expression> given) {
    Ints values = new Ints(given.size());
    for (int i = 0; i < given.size(); i++) {
      values.add(body.expressions.value(given.get(i)));
    }
    return values;
  }

  /** A call; api is the number of the name of what is called. */
  int call(int callee, int receiver, Ints arguments, Node node, int api) {
    int value = code.add(Op.CALL, callee, receiver, code.list(arguments), node);
    code.api(value, api);
    body.thrown(value);
    given(receiver, arguments);
    if (api >= 0) {
      switch (body.file.name(api)) {
        case "process.exit",
            "globalThis.process.exit",
            "process.abort",
            "globalThis.process.abort" ->
            env.die();
        default -> {
          // comes back
        }
      }
    }
    return value;
  }

  private void given(int receiver, Ints arguments) {
    body.paths.call();
    body.paths.give(receiver);
    for (int i = 0; i < arguments.size(); i++) {
      body.paths.give(arguments.get(i));
    }
  }

  int construct(Expression expression) {
    NewExpression made = (NewExpression) expression;
    int callee = body.expressions.value(made.callee());
    Ints arguments = arguments(made.arguments());
    if (regex(made)) {
      var pattern = body.file.scopes.regexOf(made);
      if (pattern != null) {
        return body.add(Op.REGEX, body.file.regex(pattern), -1, -1, made);
      }
    }
    int value = code.add(Op.NEW, callee, -1, code.list(arguments), made);
    code.api(value, body.file.api(made.callee()));
    body.thrown(value);
    given(-1, arguments);
    return value;
  }

  private static boolean regex(NewExpression made) {
    return made.callee() instanceof Identifier id && id.name().equals("RegExp");
  }

  private int tagged(TaggedTemplateExpression tagged, int tag) {
    TemplateLiteral template = tagged.quasi();
    Ints parts = new Ints(template.quasis().size() * 2);
    for (int i = 0; i < template.quasis().size(); i++) {
      TemplateElement text = template.quasis().get(i);
      String cooked = text.cooked();
      parts.add(body.constant(Constant.of(cooked == null ? "" : cooked), text));
      if (i < template.expressions().size()) {
        parts.add(body.expressions.value(template.expressions().get(i)));
      }
    }
    int value = code.add(Op.TAGGED, tag, -1, code.list(parts), tagged);
    code.api(value, body.file.api(tagged.tag()));
    body.thrown(value);
    return value;
  }

  /** Whether a node is a function, for helpers that take one. */
  static boolean function(Node node) {
    return node.kind() == NodeKind.FUNCTION_EXPRESSION
        || node.kind() == NodeKind.ARROW_FUNCTION_EXPRESSION;
  }
}
