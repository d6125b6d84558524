package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.ArrowFunctionExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ClassExpression;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionExpression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportExpression;
import dev.emerald.spi.ast.JSXElement;
import dev.emerald.spi.ast.JSXFragment;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MetaProperty;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.PrivateIdentifier;
import dev.emerald.spi.ast.SequenceExpression;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TSAsExpression;
import dev.emerald.spi.ast.TSInstantiationExpression;
import dev.emerald.spi.ast.TSNonNullExpression;
import dev.emerald.spi.ast.TSSatisfiesExpression;
import dev.emerald.spi.ast.TSTypeAssertion;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UpdateExpression;
import dev.emerald.spi.ast.YieldExpression;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions, by their kind. */
final class Expressions {

  /** Links of a chain that are looked through for its start. */
  private static final int MAX_LINKS = 8;

  private final BodyLowering body;

  Expressions(BodyLowering body) {
    this.body = body;
  }

  /** Evaluates an expression for what it does. */
  int effect(Expression expression) {
    return value(expression);
  }

  /** The value of an expression. */
  int value(Expression expression) {
    Expression at = unwrapped(expression);
    Constant constant = constant(at);
    if (constant != null) {
      return body.constant(constant, at);
    }
    if (!body.enter()) {
      return body.unknown(at);
    }
    int value = dispatch(at);
    body.leave();
    return value;
  }

  /** The constant that an expression is, if nothing else happens when it is evaluated. */
  private @Nullable Constant constant(Expression expression) {
    return switch (expression.kind()) {
      case STRING_LITERAL,
          NUMERIC_LITERAL,
          BOOLEAN_LITERAL,
          NULL_LITERAL,
          BIGINT_LITERAL,
          IDENTIFIER,
          MEMBER_EXPRESSION,
          BINARY_EXPRESSION,
          TEMPLATE_LITERAL,
          CALL_EXPRESSION,
          UNARY_EXPRESSION ->
          varies(expression) ? null : body.file.scopes.constantOf(expression);
      default -> null;
    };
  }

  /** Whether an expression is no constant for sure: it starts at a parameter or at a receiver. */
  private boolean varies(Expression expression) {
    Expression at = expression;
    for (int i = 0; i < MAX_LINKS; i++) {
      switch (at.kind()) {
        case MEMBER_EXPRESSION -> at = ((MemberExpression) at).object();
        case CALL_EXPRESSION -> at = ((CallExpression) at).callee();
        case THIS_EXPRESSION -> {
          return true;
        }
        case IDENTIFIER -> {
          FileSymbol symbol = body.file.names.symbolAt(at.number());
          return symbol != null
              && (symbol.kind() == Symbol.Kind.PARAMETER || symbol.kind() == Symbol.Kind.CATCH);
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** An expression without assertions of types. */
  static Expression unwrapped(Expression expression) {
    Expression at = expression;
    while (true) {
      Expression inner =
          switch (at.kind()) {
            case TS_AS_EXPRESSION -> ((TSAsExpression) at).expression();
            case TS_SATISFIES_EXPRESSION -> ((TSSatisfiesExpression) at).expression();
            case TS_TYPE_ASSERTION -> ((TSTypeAssertion) at).expression();
            case TS_NON_NULL_EXPRESSION -> ((TSNonNullExpression) at).expression();
            case TS_INSTANTIATION_EXPRESSION -> ((TSInstantiationExpression) at).expression();
            default -> null;
          };
      if (inner == null) {
        return at;
      }
      at = inner;
    }
  }

  private int dispatch(Expression expression) {
    return switch (expression.kind()) {
      case IDENTIFIER -> body.identifier((Identifier) expression);
      case THIS_EXPRESSION -> body.receiver(expression);
      case MEMBER_EXPRESSION, CALL_EXPRESSION, TAGGED_TEMPLATE_EXPRESSION ->
          body.chains.value(expression);
      case NEW_EXPRESSION -> body.chains.construct(expression);
      case FUNCTION_EXPRESSION -> body.function((FunctionExpression) expression);
      case ARROW_FUNCTION_EXPRESSION -> body.function((ArrowFunctionExpression) expression);
      case CLASS_EXPRESSION -> body.classes.value((ClassExpression) expression);
      case OBJECT_EXPRESSION -> body.literals.object((ObjectExpression) expression);
      case ARRAY_EXPRESSION -> body.literals.array((ArrayExpression) expression);
      case TEMPLATE_LITERAL -> body.literals.template((TemplateLiteral) expression);
      case JSX_ELEMENT -> body.literals.element((JSXElement) expression);
      case JSX_FRAGMENT -> body.literals.fragment((JSXFragment) expression);
      case REGEXP_LITERAL -> regex(expression);
      case BINARY_EXPRESSION -> body.operators.binary((BinaryExpression) expression);
      case LOGICAL_EXPRESSION -> body.operators.logical((LogicalExpression) expression);
      case CONDITIONAL_EXPRESSION -> body.operators.conditional((ConditionalExpression) expression);
      case UNARY_EXPRESSION -> body.operators.unary((UnaryExpression) expression);
      case UPDATE_EXPRESSION -> body.operators.update((UpdateExpression) expression);
      case ASSIGNMENT_EXPRESSION -> body.operators.assignment((AssignmentExpression) expression);
      case SEQUENCE_EXPRESSION -> {
        List<Expression> all = ((SequenceExpression) expression).expressions();
        for (int i = 0; i < all.size() - 1; i++) {
          effect(all.get(i));
        }
        yield value(all.get(all.size() - 1));
      }
      case AWAIT_EXPRESSION -> {
        int value = value(((AwaitExpression) expression).argument());
        int awaited = body.add(Op.AWAIT, value, -1, -1, expression);
        body.thrown(awaited);
        yield body.named(awaited, expression);
      }
      case YIELD_EXPRESSION -> yield_((YieldExpression) expression);
      case IMPORT_EXPRESSION -> imported((ImportExpression) expression);
      case META_PROPERTY -> {
        MetaProperty meta = (MetaProperty) expression;
        String name = meta.meta().name() + "." + meta.property().name();
        yield name.equals("new.target")
            ? body.unknown(expression)
            : body.named(body.global(name, expression), expression);
      }
      case SPREAD_ELEMENT -> {
        int spread = value(((SpreadElement) expression).argument());
        yield body.add(Op.SPREAD, spread, -1, -1, expression);
      }
      case SUPER -> body.classes.superClass(expression);
      case PRIVATE_IDENTIFIER ->
          body.constant(Constant.of("#" + ((PrivateIdentifier) expression).name()), expression);
      default -> body.unknown(expression);
    };
  }

  private int regex(Expression expression) {
    RegexPattern pattern = body.file.scopes.regexOf(expression);
    return pattern == null
        ? body.unknown(expression)
        : body.add(Op.REGEX, body.file.regex(pattern), -1, -1, expression);
  }

  private int yield_(YieldExpression expression) {
    Expression argument = expression.argument();
    int value = argument == null ? body.constant(Constant.UNDEFINED, expression) : value(argument);
    if (body.driven) {
      int awaited = body.add(Op.AWAIT, value, -1, -1, expression);
      body.thrown(awaited);
      return awaited;
    }
    if (expression.delegate()) {
      value = body.add(Op.ELEMENT, value, -1, -1, expression);
    }
    return body.add(Op.YIELD, value, -1, -1, expression);
  }

  /** A dynamic import: the module is given by a promise. */
  private int imported(ImportExpression expression) {
    if (expression.options() != null) {
      effect(expression.options());
    }
    Constant specifier = body.file.scopes.constantOf(expression.source());
    String name = specifier == null ? null : specifier.string();
    Ints arguments = new Ints(1);
    if (name == null) {
      arguments.add(value(expression.source()));
      int callee = body.global("import", expression);
      return body.chains.call(callee, -1, arguments, expression, body.file.name("import"));
    }
    int module = body.add(Op.MODULE, body.file.name(name), -1, -1, expression);
    return body.named(module, expression);
  }

  /** The name of a property, if it is known. */
  @Nullable String key(Expression key, boolean computed) {
    String shown = FunctionNames.key(key, computed);
    if (shown != null) {
      return shown;
    }
    if (key.kind() == NodeKind.FUNCTION_EXPRESSION || key.kind() == NodeKind.OBJECT_EXPRESSION) {
      return null;
    }
    Constant constant = body.file.scopes.constantOf(key);
    return constant == null ? null : constant.text();
  }

  /** Stores a property. */
  void store(int object, String key, int value, Node whole) {
    store(object, body.file.name(key), value, whole);
  }

  /**
   * Stores a property; conditions that are known of the object do not matter.
   *
   * @param key the number of its name
   */
  void store(int object, int key, int value, Node whole) {
    body.add(Op.STORE, bare(object), key, value, whole);
    body.paths.stored(object, key, value);
  }

  /** Stores a property with a computed key. */
  void storeKey(int object, int key, int value, Node whole) {
    body.add(Op.STORE_KEY, bare(object), key, value, whole);
    body.paths.give(object);
  }

  /** Copies the properties of one object to another. */
  void copy(int to, int from, int without, Node whole) {
    body.add(Op.SPREAD_COPY, bare(to), from, without, whole);
    body.paths.give(to);
  }

  private int bare(int object) {
    int at = object;
    while (body.code.op(at) == Op.SIGMA) {
      at = body.code.a(at);
    }
    return at;
  }

  /** Whether an expression is a string literal. */
  static @Nullable String text(Expression expression) {
    return expression instanceof StringLiteral literal ? literal.value() : null;
  }
}
