package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Accessibility;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionExpression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.RestElement;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.TypeNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions, their parameters and bodies. */
final class Functions {

  private final ParserCore core;
  private final Grammar grammar;

  Functions(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  /** The context of a function's parameters and body within the context around it. */
  static int bodyContext(int outer, boolean async, boolean generator, boolean arrow) {
    int kept =
        arrow
            ? outer & ~(ParserCore.ASYNC | ParserCore.GENERATOR | ParserCore.TOP_LEVEL)
            : outer & (ParserCore.STRICT | ParserCore.AMBIENT);
    return kept
        | ParserCore.FUNCTION
        | (async ? ParserCore.ASYNC : 0)
        | (generator ? ParserCore.GENERATOR : 0);
  }

  /** A function declaration, from {@code function} or {@code async} on. */
  FunctionDeclaration declaration(int start, boolean declare) {
    return declaration(start, declare, false);
  }

  /** A function declaration that may lack a name: after {@code export default}. */
  FunctionDeclaration defaultDeclaration() {
    return declaration(core.start, false, true);
  }

  private FunctionDeclaration declaration(int start, boolean declare, boolean nameless) {
    core.enter();
    boolean async = core.eat(ASYNC);
    core.expect(FUNCTION);
    boolean generator = core.eat(STAR);
    Identifier id =
        nameless && (core.kind == LPAREN || core.kind == LT)
            ? null
            : core.identifier(Identifier.Role.BINDING);
    int outer = core.context;
    core.context = bodyContext(outer, async, generator, false);
    TypeNode typeParameters = typeParameters();
    List<Pattern> params = parameters();
    TypeNode returnType = returnType();
    BlockStatement body = bodyOrNone();
    core.context = outer;
    core.leave();
    return NodeFactory.functionDeclaration(
        start,
        core.previousEnd,
        id,
        typeParameters,
        params,
        returnType,
        body,
        async,
        generator,
        declare);
  }

  /** A function expression, from {@code function} or {@code async} on. */
  Expression expression() {
    core.enter();
    int start = core.start;
    boolean async = core.eat(ASYNC);
    core.expect(FUNCTION);
    boolean generator = core.eat(STAR);
    int outer = core.context;
    core.context = bodyContext(outer, async, generator, false);
    Identifier id =
        core.kind == LPAREN || core.kind == LT ? null : core.identifier(Identifier.Role.BINDING);
    FunctionExpression function = rest(start, id, async, generator, false);
    core.context = outer;
    core.leave();
    return function;
  }

  /**
   * The function that is the value of a method, from its type parameters or parameters on.
   *
   * @param bodyOptional whether it may end without a body, as an overload does
   */
  FunctionExpression method(boolean async, boolean generator, boolean bodyOptional) {
    core.enter();
    int outer = core.context;
    core.context = bodyContext(outer, async, generator, false);
    FunctionExpression function = rest(core.start, null, async, generator, bodyOptional);
    core.context = outer;
    core.leave();
    return function;
  }

  private FunctionExpression rest(
      int start, @Nullable Identifier id, boolean async, boolean generator, boolean bodyOptional) {
    TypeNode typeParameters = typeParameters();
    List<Pattern> params = parameters();
    TypeNode returnType = returnType();
    BlockStatement body = bodyOptional ? bodyOrNone() : body(core.context);
    return NodeFactory.functionExpression(
        start, core.previousEnd, id, typeParameters, params, returnType, body, async, generator);
  }

  private @Nullable TypeNode typeParameters() {
    return core.kind == LT && core.typescript ? grammar.types.parseTypeParameters() : null;
  }

  private @Nullable TypeNode returnType() {
    return core.kind == COLON && core.typescript ? grammar.types.parseReturnType() : null;
  }

  private @Nullable BlockStatement bodyOrNone() {
    if (core.kind != LBRACE && core.typescript && core.atStatementEnd()) {
      core.semicolon();
      return null;
    }
    return body(core.context);
  }

  /** A body, from its brace on, in a context. */
  BlockStatement body(int context) {
    int start = core.start;
    core.enter();
    int outer = core.context;
    core.context = context & ~(ParserCore.NO_IN | ParserCore.CONSEQUENT | ParserCore.DECORATOR);
    core.expect(LBRACE);
    List<Statement> statements = grammar.statements.functionBody();
    core.context = outer;
    core.expect(RBRACE);
    core.leave();
    return NodeFactory.blockStatement(start, core.previousEnd, statements);
  }

  // ---- parameters

  /** Parameters in their parentheses. */
  List<Pattern> parameters() {
    int outer = core.unrestricted();
    core.expect(LPAREN);
    int base = core.mark();
    while (core.kind != RPAREN) {
      boolean last = core.kind == ELLIPSIS;
      core.push(parameter());
      if (!core.eat(COMMA)) {
        break;
      }
      if (last && core.kind != RPAREN) {
        core.soft(core.start, "a rest parameter must be the last");
      }
    }
    core.context = outer;
    core.expect(RPAREN);
    return core.list(base);
  }

  private Pattern parameter() {
    int start = core.start;
    if (core.kind == IDENTIFIER && !core.typescript) {
      return withDefault(start, core.identifier(Identifier.Role.BINDING));
    }
    List<Decorator> decorators = core.kind == AT ? grammar.classes.decorators() : List.of();
    if (core.typescript && startsModifier()) {
      return parameterProperty(start, decorators);
    }
    return plainParameter(decorators);
  }

  private Pattern plainParameter(List<Decorator> decorators) {
    int start = core.start;
    boolean rest = core.eat(ELLIPSIS);
    Pattern target;
    if (core.kind == THIS && core.typescript) {
      target = core.name(Identifier.Role.BINDING);
    } else {
      target = grammar.patterns.target();
    }
    if (rest) {
      target = NodeFactory.restElement(start, core.previousEnd, target, null);
    }
    boolean optional = core.typescript && core.eat(QUESTION);
    TypeNode type =
        core.typescript && core.kind == COLON ? grammar.types.parseTypeAnnotation() : null;
    if (optional || type != null || !decorators.isEmpty()) {
      target = grammar.patterns.annotate(target, core.previousEnd, type, decorators, optional);
    }
    return withDefault(start, target);
  }

  private Pattern withDefault(int start, Pattern target) {
    if (!core.eat(ASSIGN)) {
      return target;
    }
    if (target instanceof RestElement) {
      core.soft(start, "a rest parameter can't have a default");
    }
    Expression value = grammar.expressions.assignment();
    return NodeFactory.assignmentPattern(start, core.previousEnd, target, value);
  }

  private boolean startsModifier() {
    if (!isModifier(core.kind)) {
      return false;
    }
    int next = core.peek();
    return Token.isIdentifier(next) || next == LBRACKET || next == LBRACE || next == THIS;
  }

  private static boolean isModifier(int kind) {
    return switch (kind) {
      case PUBLIC, PRIVATE, PROTECTED, READONLY, OVERRIDE -> true;
      default -> false;
    };
  }

  private Pattern parameterProperty(int start, List<Decorator> decorators) {
    Accessibility accessibility = null;
    boolean readonly = false;
    boolean override = false;
    while (startsModifier()) {
      switch (core.kind) {
        case READONLY -> readonly = true;
        case OVERRIDE -> override = true;
        default -> accessibility = Classes.accessibility(core.kind);
      }
      core.next();
    }
    Pattern parameter = plainParameter(List.of());
    return NodeFactory.tsParameterProperty(
        start, core.previousEnd, decorators, parameter, accessibility, readonly, override);
  }
}
