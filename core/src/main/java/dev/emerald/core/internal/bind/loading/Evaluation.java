package dev.emerald.core.internal.bind.loading;

import dev.emerald.core.internal.bind.loading.Loaded.Closure;
import dev.emerald.core.internal.bind.loading.Loaded.Frame;
import dev.emerald.core.internal.bind.loading.Loaded.Method;
import dev.emerald.core.internal.bind.loading.Loaded.Plain;
import dev.emerald.core.internal.bind.loading.Loaded.Regex;
import dev.emerald.core.internal.bind.loading.Loaded.Thing;
import dev.emerald.core.internal.bind.loading.Loaded.Unknown;
import dev.emerald.core.internal.bind.loading.Loading.NotFollowed;
import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AssignmentOperator;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyKind;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.ast.SequenceExpression;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.TSAsExpression;
import dev.emerald.spi.ast.TSNonNullExpression;
import dev.emerald.spi.ast.TSSatisfiesExpression;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UpdateExpression;
import dev.emerald.spi.ast.UpdateOperator;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What expressions are while a file is loaded; recursion is bounded by the parser's depth. */
final class Evaluation {

  private static final int MOST_TEXT = 1 << 16;
  private static final int MOST_PROPERTIES = 10_000;

  private final Loading loading;
  private final TextMethods methods;
  private final Function<Expression, @Nullable Constant> constants;

  Evaluation(Loading loading, Function<Expression, @Nullable Constant> constants) {
    this.loading = loading;
    this.constants = constants;
    this.methods = new TextMethods(loading);
  }

  /** The value of an expression, with what it does done. */
  Loaded value(Expression expression, Frame frame) {
    loading.steps().take(1);
    return switch (expression.kind()) {
      case STRING_LITERAL, NUMERIC_LITERAL, BOOLEAN_LITERAL, NULL_LITERAL ->
          Loading.of(constants.apply(expression));
      case REGEXP_LITERAL -> {
        RegExpLiteral literal = (RegExpLiteral) expression;
        yield new Regex(literal.pattern(), literal.flags());
      }
      case IDENTIFIER -> variable((Identifier) expression, frame);
      case THIS_EXPRESSION -> frame.self;
      case MEMBER_EXPRESSION -> {
        MemberExpression member = (MemberExpression) expression;
        Loaded object = value(member.object(), frame);
        String key = key(member.property(), member.computed(), frame);
        Loaded read = read(object, key);
        yield read instanceof Unknown && object instanceof Unknown
            ? Loading.of(constants.apply(expression))
            : read;
      }
      case CALL_EXPRESSION -> call((CallExpression) expression, frame);
      case NEW_EXPRESSION -> made((Invocation) expression, frame);
      case TEMPLATE_LITERAL -> template((TemplateLiteral) expression, frame);
      case ARRAY_EXPRESSION -> {
        List<Loaded> elements = elements(((ArrayExpression) expression).elements(), frame);
        yield elements == null ? Loaded.UNKNOWN : Thing.array(elements);
      }
      case OBJECT_EXPRESSION -> object((ObjectExpression) expression, frame);
      case FUNCTION_EXPRESSION, ARROW_FUNCTION_EXPRESSION ->
          new Closure((FunctionLike) expression, frame);
      case CONDITIONAL_EXPRESSION -> {
        ConditionalExpression choice = (ConditionalExpression) expression;
        Boolean truth = Loaded.truth(value(choice.test(), frame));
        if (truth == null) {
          loading.lose(choice, frame);
          yield Loaded.UNKNOWN;
        }
        yield value(truth ? choice.consequent() : choice.alternate(), frame);
      }
      case LOGICAL_EXPRESSION -> logical((LogicalExpression) expression, frame);
      case SEQUENCE_EXPRESSION -> {
        Loaded last = Loaded.UNDEFINED;
        for (Expression each : ((SequenceExpression) expression).expressions()) {
          last = value(each, frame);
        }
        yield last;
      }
      case UNARY_EXPRESSION -> unary((UnaryExpression) expression, frame);
      case BINARY_EXPRESSION -> {
        BinaryExpression binary = (BinaryExpression) expression;
        Loaded left = value(binary.left(), frame);
        yield combined(binary.operator(), left, value(binary.right(), frame));
      }
      case UPDATE_EXPRESSION -> update((UpdateExpression) expression, frame);
      case ASSIGNMENT_EXPRESSION -> assignment((AssignmentExpression) expression, frame);
      case TS_AS_EXPRESSION -> value(((TSAsExpression) expression).expression(), frame);
      case TS_SATISFIES_EXPRESSION ->
          value(((TSSatisfiesExpression) expression).expression(), frame);
      case TS_NON_NULL_EXPRESSION -> value(((TSNonNullExpression) expression).expression(), frame);
      default -> {
        loading.lose(expression, frame);
        yield Loaded.UNKNOWN;
      }
    };
  }

  // ---- names and properties

  private Loaded variable(Identifier id, Frame frame) {
    FileSymbol symbol = loading.symbol(id);
    if (symbol != null) {
      Loaded value = frame.get(symbol);
      return value instanceof Unknown ? Loading.of(constants.apply(id)) : value;
    }
    return switch (id.name()) {
      case "arguments" -> frame.arguments == null ? Loaded.UNKNOWN : frame.arguments;
      case "undefined" -> Loaded.UNDEFINED;
      default -> Loaded.UNKNOWN;
    };
  }

  private @Nullable String key(Expression key, boolean computed, Frame frame) {
    return !computed && key instanceof Identifier name
        ? name.name()
        : Loaded.text(value(key, frame));
  }

  private Loaded read(Loaded object, @Nullable String key) {
    if (key == null) {
      return Loaded.UNKNOWN;
    }
    if (object instanceof Thing thing) {
      Loaded own = thing.lost ? Loaded.UNKNOWN : own(thing, key);
      return own != null ? own : new Method(object, key);
    }
    if (object instanceof Regex regex && key.equals("source")) {
      return Loaded.of(regex.source());
    }
    if (object instanceof Regex regex && key.equals("flags")) {
      return Loaded.of(regex.flags());
    }
    String text = Loaded.string(object);
    if (text != null && key.equals("length")) {
      return Loaded.of(text.length());
    }
    if (object instanceof Closure) {
      return key.equals("call") || key.equals("apply") ? new Method(object, key) : Loaded.UNKNOWN;
    }
    if (object instanceof Unknown) {
      return Loaded.UNKNOWN;
    }
    if (text != null || object instanceof Regex) {
      // Whether a text has a property of the name: of what is asked for, methods alone.
      return methods.has(object, key) ? new Method(object, key) : Loaded.UNDEFINED;
    }
    return Loaded.UNKNOWN;
  }

  /** A property of an object's own; null if it has none of the name. */
  private static @Nullable Loaded own(Thing thing, String key) {
    List<Loaded> elements = thing.elements;
    if (elements != null) {
      if (key.equals("length")) {
        return Loaded.of(elements.size());
      }
      int index = index(key);
      if (index >= 0) {
        return index < elements.size() ? elements.get(index) : Loaded.UNDEFINED;
      }
    }
    Loaded own = thing.properties.get(key);
    if (own == null && elements == null && !TextMethods.OF_OBJECTS.contains(key)) {
      return Loaded.UNDEFINED;
    }
    return own;
  }

  private static int index(String key) {
    boolean digits = !key.isEmpty() && key.length() < 6 && key.chars().allMatch(Character::isDigit);
    return digits ? Integer.parseInt(key) : -1;
  }

  private void write(Loaded object, @Nullable String key, Loaded value) {
    if (!(object instanceof Thing thing) || thing.lost) {
      return;
    }
    if (key == null || key.equals("__proto__")) {
      thing.lost = true;
      return;
    }
    int index = thing.elements == null ? -1 : index(key);
    List<Loaded> elements = thing.elements;
    if (elements != null && index >= 0 && index <= MOST_PROPERTIES) {
      while (elements.size() <= index) {
        elements.add(Loaded.UNDEFINED);
      }
      elements.set(index, value);
    } else if (thing.properties.size() < MOST_PROPERTIES) {
      thing.properties.put(key, value);
    } else {
      thing.lost = true;
    }
  }

  // ---- calls

  private Loaded call(CallExpression call, Frame frame) {
    Loaded self = Loaded.UNDEFINED;
    Loaded callee;
    if (call.callee() instanceof MemberExpression member) {
      self = value(member.object(), frame);
      String key = key(member.property(), member.computed(), frame);
      callee = read(self, key);
      if ("call".equals(key) && isOwnCheck(member)) {
        return hasOwn(call, frame);
      }
      if ("assign".equals(key) && isGlobal(member.object(), "Object")) {
        return assigned(call, frame);
      }
    } else if (isGlobal(call.callee(), "RegExp")) {
      return made(call, frame);
    } else if (isGlobal(call.callee(), "String") && call.argument(0) != null) {
      String text = Loaded.text(value(call.argument(0), frame));
      return text == null ? Loaded.UNKNOWN : Loaded.of(text);
    } else {
      callee = value(call.callee(), frame);
    }
    List<Loaded> arguments = elements(call.arguments(), frame);
    if (arguments == null) {
      loading.lose(call, frame);
      return Loaded.UNKNOWN;
    }
    Loaded result = called(callee, self, arguments);
    if (callee instanceof Unknown) {
      Constant constant = constants.apply(call);
      result = constant == null ? changed(call, arguments) : Loading.of(constant);
    }
    if (result instanceof Regex regex) {
      loading.keep(call, regex);
    }
    return result;
  }

  Loaded called(Loaded callee, Loaded self, List<Loaded> arguments) {
    if (callee instanceof Closure closure) {
      return loading.call(closure, self, arguments);
    }
    if (callee instanceof Method method) {
      if (method.receiver() instanceof Closure closure) {
        Loaded bound = arguments.isEmpty() ? Loaded.UNDEFINED : arguments.get(0);
        boolean spread = method.name().equals("apply");
        if (!spread) {
          return loading.call(
              closure, bound, arguments.subList(Math.min(1, arguments.size()), arguments.size()));
        }
        return arguments.size() == 2
                && arguments.get(1) instanceof Thing list
                && list.elements != null
                && !list.lost
            ? loading.call(closure, bound, List.copyOf(list.elements))
            : Loaded.UNKNOWN;
      }
      return methods.call(method, arguments, this);
    }
    return Loaded.UNKNOWN;
  }

  /** A function that is not known may change what it is given to change. */
  private static Loaded changed(CallExpression call, List<Loaded> arguments) {
    String name =
        call.callee() instanceof MemberExpression member
                && member.property() instanceof Identifier id
            ? id.name()
            : call.callee() instanceof Identifier id ? id.name() : "";
    boolean changes = TextMethods.CHANGING.contains(name);
    if (changes && !arguments.isEmpty() && arguments.get(0) instanceof Thing thing) {
      thing.lost = true;
    }
    return Loaded.UNKNOWN;
  }

  private boolean isGlobal(Expression expression, String name) {
    return expression instanceof Identifier id
        && id.name().equals(name)
        && loading.symbol(id) == null
        && !loading.names.uncertain(id.number());
  }

  private static boolean isOwnCheck(MemberExpression member) {
    return member.object() instanceof MemberExpression inner
        && inner.property() instanceof Identifier name
        && name.name().equals("hasOwnProperty");
  }

  private Loaded hasOwn(CallExpression call, Frame frame) {
    List<Loaded> arguments = elements(call.arguments(), frame);
    if (arguments == null
        || arguments.size() != 2
        || !(arguments.get(0) instanceof Thing thing)
        || thing.lost) {
      return Loaded.UNKNOWN;
    }
    String key = Loaded.text(arguments.get(1));
    return key == null ? Loaded.UNKNOWN : Loaded.of(thing.properties.containsKey(key));
  }

  private Loaded assigned(CallExpression call, Frame frame) {
    List<Loaded> arguments = elements(call.arguments(), frame);
    if (arguments == null || arguments.isEmpty()) {
      return Loaded.UNKNOWN;
    }
    Loaded target = arguments.get(0);
    for (Loaded source : arguments.subList(1, arguments.size())) {
      if (source instanceof Thing thing && !thing.lost) {
        new LinkedHashMap<>(thing.properties).forEach((key, value) -> write(target, key, value));
      } else if (target instanceof Thing thing) {
        thing.lost = true;
      }
    }
    return target;
  }

  private Loaded made(Invocation call, Frame frame) {
    List<Loaded> arguments = elements(call.arguments(), frame);
    if (arguments == null || !isGlobal(call.callee(), "RegExp") || arguments.isEmpty()) {
      return Loaded.UNKNOWN;
    }
    Loaded first = arguments.get(0);
    String source = first instanceof Regex regex ? regex.source() : Loaded.text(first);
    String flags = first instanceof Regex regex ? regex.flags() : "";
    if (arguments.size() > 1 && !arguments.get(1).equals(Loaded.UNDEFINED)) {
      flags = Loaded.text(arguments.get(1));
    }
    if (source == null || flags == null) {
      return Loaded.UNKNOWN;
    }
    Regex made = new Regex(source, flags);
    loading.keep(call, made);
    return made;
  }

  private @Nullable List<Loaded> elements(List<? extends @Nullable Expression> all, Frame frame) {
    List<Loaded> values = new ArrayList<>(all.size());
    boolean known = true;
    for (Expression each : all) {
      if (each instanceof SpreadElement spread) {
        Loaded list = value(spread.argument(), frame);
        if (list instanceof Thing thing && thing.elements != null && !thing.lost) {
          values.addAll(thing.elements);
        } else {
          known = false;
        }
      } else {
        values.add(each == null ? Loaded.UNDEFINED : value(each, frame));
      }
    }
    return known ? values : null;
  }

  // ---- objects and texts

  private Loaded object(ObjectExpression literal, Frame frame) {
    Thing object = Thing.object();
    for (ObjectMember member : literal.properties()) {
      if (member instanceof SpreadElement spread) {
        Loaded source = value(spread.argument(), frame);
        if (source instanceof Thing thing && !thing.lost) {
          object.properties.putAll(thing.properties);
        } else {
          object.lost = true;
        }
      } else if (member instanceof Property property) {
        String key = key(property.key(), property.computed(), frame);
        Node value = property.value();
        boolean plain = property.propertyKind() == PropertyKind.INIT;
        write(
            object,
            key,
            plain && value instanceof Expression known ? value(known, frame) : Loaded.UNKNOWN);
      }
    }
    return object;
  }

  private Loaded template(TemplateLiteral template, Frame frame) {
    StringBuilder text = new StringBuilder();
    boolean known = true;
    for (int i = 0; i < template.quasis().size(); i++) {
      String cooked = template.quasis().get(i).cooked();
      known &= cooked != null;
      text.append(cooked);
      if (i < template.expressions().size()) {
        String part = Loaded.text(value(template.expressions().get(i), frame));
        known &= part != null && text.length() < MOST_TEXT;
        text.append(known ? part : "");
      }
    }
    loading.steps().take(text.length() >> 4);
    return known ? Loaded.of(text.toString()) : Loaded.UNKNOWN;
  }

  // ---- operators

  private Loaded logical(LogicalExpression logical, Frame frame) {
    Loaded left = value(logical.left(), frame);
    Boolean truth = Loaded.truth(left);
    if (truth == null) {
      loading.lose(logical.right(), frame);
      return Loaded.UNKNOWN;
    }
    boolean right =
        switch (logical.operator()) {
          case AND -> truth;
          case OR -> !truth;
          case COALESCE -> isNothing(left);
        };
    return right ? value(logical.right(), frame) : left;
  }

  private static boolean isNothing(Loaded value) {
    return value instanceof Plain plain
        && (plain.constant().type() == Constant.Type.NULL
            || plain.constant().type() == Constant.Type.UNDEFINED);
  }

  private Loaded unary(UnaryExpression unary, Frame frame) {
    Loaded operand = value(unary.argument(), frame);
    return switch (unary.operator()) {
      case NOT -> {
        Boolean truth = Loaded.truth(operand);
        yield truth == null ? Loaded.UNKNOWN : Loaded.of(!truth);
      }
      case VOID -> Loaded.UNDEFINED;
      case TYPEOF -> typeOf(operand);
      case MINUS ->
          operand instanceof Plain plain && plain.constant().type() == Constant.Type.NUMBER
              ? Loaded.of(-plain.constant().number())
              : Loaded.UNKNOWN;
      case DELETE -> {
        loading.lose(unary.argument(), frame);
        if (unary.argument() instanceof MemberExpression member
            && value(member.object(), frame) instanceof Thing thing) {
          thing.lost = true;
        }
        yield Loaded.UNKNOWN;
      }
      case PLUS, BITWISE_NOT -> Loaded.UNKNOWN;
    };
  }

  private static Loaded typeOf(Loaded value) {
    if (value instanceof Plain plain) {
      return switch (plain.constant().type()) {
        case STRING -> Loaded.of("string");
        case NUMBER -> Loaded.of("number");
        case BOOLEAN -> Loaded.of("boolean");
        case UNDEFINED -> Loaded.of("undefined");
        case NULL -> Loaded.of("object");
        default -> Loaded.UNKNOWN;
      };
    }
    if (value instanceof Closure) {
      return Loaded.of("function");
    }
    return value instanceof Regex || value instanceof Thing ? Loaded.of("object") : Loaded.UNKNOWN;
  }

  private Loaded combined(BinaryOperator operator, Loaded left, Loaded right) {
    if (operator == BinaryOperator.ADD) {
      boolean texts =
          Loaded.string(left) != null
              || Loaded.string(right) != null
              || left instanceof Regex
              || right instanceof Regex;
      String one = Loaded.text(left);
      String two = Loaded.text(right);
      if (texts) {
        if (one == null || two == null || one.length() + two.length() > MOST_TEXT) {
          return Loaded.UNKNOWN;
        }
        loading.steps().take(one.length() + two.length() >> 4);
        return Loaded.of(one + two);
      }
    }
    if (!(left instanceof Plain first) || !(right instanceof Plain second)) {
      return Loaded.UNKNOWN;
    }
    Constant a = first.constant();
    Constant b = second.constant();
    boolean numbers = a.type() == Constant.Type.NUMBER && b.type() == Constant.Type.NUMBER;
    return switch (operator) {
      case STRICT_EQUAL -> Loaded.of(numbers ? a.number() == b.number() : a.equals(b));
      case STRICT_NOT_EQUAL -> Loaded.of(numbers ? a.number() != b.number() : !a.equals(b));
      case EQUAL -> a.type() == b.type() ? Loaded.of(a.equals(b)) : Loaded.UNKNOWN;
      case NOT_EQUAL -> a.type() == b.type() ? Loaded.of(!a.equals(b)) : Loaded.UNKNOWN;
      case LESS -> numbers ? Loaded.of(a.number() < b.number()) : Loaded.UNKNOWN;
      case LESS_OR_EQUAL -> numbers ? Loaded.of(a.number() <= b.number()) : Loaded.UNKNOWN;
      case GREATER -> numbers ? Loaded.of(a.number() > b.number()) : Loaded.UNKNOWN;
      case GREATER_OR_EQUAL -> numbers ? Loaded.of(a.number() >= b.number()) : Loaded.UNKNOWN;
      case ADD -> numbers ? Loaded.of(a.number() + b.number()) : Loaded.UNKNOWN;
      case SUBTRACT -> numbers ? Loaded.of(a.number() - b.number()) : Loaded.UNKNOWN;
      case MULTIPLY -> numbers ? Loaded.of(a.number() * b.number()) : Loaded.UNKNOWN;
      default -> Loaded.UNKNOWN;
    };
  }

  private Loaded update(UpdateExpression update, Frame frame) {
    Loaded before = value(update.argument(), frame);
    Loaded one = Loaded.of(1.0);
    Loaded after =
        combined(
            update.operator() == UpdateOperator.INCREMENT
                ? BinaryOperator.ADD
                : BinaryOperator.SUBTRACT,
            before,
            one);
    store(update.argument(), after, frame);
    return update.prefix() ? after : before;
  }

  private Loaded assignment(AssignmentExpression assignment, Frame frame) {
    AssignmentOperator operator = assignment.operator();
    Loaded value;
    if (operator == AssignmentOperator.ASSIGN) {
      value = value(assignment.right(), frame);
    } else if (operator == AssignmentOperator.ADD && assignment.left() instanceof Expression left) {
      Loaded before = value(left, frame);
      value = combined(BinaryOperator.ADD, before, value(assignment.right(), frame));
    } else {
      value(assignment.right(), frame);
      value = Loaded.UNKNOWN;
    }
    store(assignment.left(), value, frame);
    return value;
  }

  private void store(Node target, Loaded value, Frame frame) {
    if (target instanceof Identifier id) {
      FileSymbol symbol = loading.symbol(id);
      if (symbol != null) {
        frame.set(symbol, value);
      }
    } else if (target instanceof MemberExpression member) {
      Loaded object = value(member.object(), frame);
      write(object, key(member.property(), member.computed(), frame), value);
    } else {
      throw new NotFollowed();
    }
  }
}
