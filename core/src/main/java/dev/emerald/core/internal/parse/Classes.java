package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Accessibility;
import dev.emerald.spi.ast.ClassBody;
import dev.emerald.spi.ast.ClassDeclaration;
import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.TSInstantiationExpression;
import dev.emerald.spi.ast.TypeNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes: their heads, decorators and the list of their members. */
final class Classes {

  private final ParserCore core;
  private final Grammar grammar;

  // The parts of the head that has just been read; taken before anything else is.
  private @Nullable TypeNode typeParameters;
  private @Nullable Expression superClass;
  private @Nullable TypeNode superTypeArguments;
  private List<TypeNode> implementedTypes = List.of();

  Classes(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  static Accessibility accessibility(int kind) {
    return switch (kind) {
      case PUBLIC -> Accessibility.PUBLIC;
      case PROTECTED -> Accessibility.PROTECTED;
      default -> Accessibility.PRIVATE;
    };
  }

  /** Decorators, one after another, from {@code @} on. */
  List<Decorator> decorators() {
    int base = core.mark();
    int outer = core.context;
    while (core.kind == AT) {
      int start = core.start;
      core.next();
      core.context = outer | ParserCore.DECORATOR;
      Expression expression = grammar.operands.leftHandSide();
      core.context = outer;
      core.push(NodeFactory.decorator(start, core.previousEnd, expression));
    }
    return core.list(base);
  }

  /**
   * A class declaration, from {@code class} or {@code abstract} on.
   *
   * @param start where it starts, decorators and {@code declare} included
   */
  ClassDeclaration declaration(int start, List<Decorator> decorators, boolean declare) {
    return declaration(start, decorators, declare, false);
  }

  /** A class declaration that may lack a name: after {@code export default}. */
  ClassDeclaration defaultDeclaration(int start, List<Decorator> decorators) {
    return declaration(start, decorators, false, true);
  }

  private ClassDeclaration declaration(
      int start, List<Decorator> decorators, boolean declare, boolean nameless) {
    int outer = core.context;
    core.context |= ParserCore.STRICT;
    boolean isAbstract = core.eat(ABSTRACT);
    core.expect(CLASS);
    Identifier id = nameless && !startsName() ? null : core.identifier(Identifier.Role.BINDING);
    head();
    TypeNode parameters = typeParameters;
    Expression parent = superClass;
    TypeNode arguments = superTypeArguments;
    List<TypeNode> implemented = implementedTypes;
    ClassBody body = body();
    core.context = outer;
    return NodeFactory.classDeclaration(
        start,
        core.previousEnd,
        decorators,
        id,
        parameters,
        parent,
        arguments,
        implemented,
        body,
        isAbstract,
        declare);
  }

  /** A class expression, from {@code class} on; the decorators are behind. */
  Expression expression(int start, List<Decorator> decorators) {
    int outer = core.unrestricted();
    core.context |= ParserCore.STRICT;
    boolean isAbstract = core.typescript && core.eat(ABSTRACT);
    core.expect(CLASS);
    Identifier id = startsName() ? core.identifier(Identifier.Role.BINDING) : null;
    head();
    TypeNode parameters = typeParameters;
    Expression parent = superClass;
    TypeNode arguments = superTypeArguments;
    List<TypeNode> implemented = implementedTypes;
    ClassBody body = body();
    core.context = outer;
    return NodeFactory.classExpression(
        start,
        core.previousEnd,
        decorators,
        id,
        parameters,
        parent,
        arguments,
        implemented,
        body,
        isAbstract);
  }

  private boolean startsName() {
    if (core.kind == IMPLEMENTS && core.typescript) {
      return !Token.isName(core.peek());
    }
    return core.atIdentifier();
  }

  private void head() {
    TypeNode parameters =
        core.kind == LT && core.typescript ? grammar.types.parseTypeParameters() : null;
    Expression parent = null;
    TypeNode arguments = null;
    if (core.eat(EXTENDS)) {
      parent = grammar.operands.leftHandSide();
      if (parent instanceof TSInstantiationExpression instantiation && !parent.parenthesized()) {
        arguments = instantiation.typeArguments();
        parent = instantiation.expression();
      } else if (core.typescript && (core.kind == LT || core.kind == SHL)) {
        arguments = grammar.types.parseTypeArguments();
      }
    }
    implementedTypes =
        core.typescript && core.eat(IMPLEMENTS) ? grammar.types.parseHeritage() : List.of();
    typeParameters = parameters;
    superClass = parent;
    superTypeArguments = arguments;
  }

  private ClassBody body() {
    int start = core.start;
    core.enter();
    core.expect(LBRACE);
    int base = core.mark();
    while (core.kind != RBRACE && core.kind != EOF) {
      if (core.kind == SEMICOLON) {
        core.next();
      } else {
        listed();
      }
    }
    core.expect(RBRACE);
    core.leave();
    return NodeFactory.classBody(start, core.previousEnd, core.list(base));
  }

  /** Pushes the next member, unless it is broken. */
  private void listed() {
    int start = core.start;
    int top = core.mark();
    int context = core.context;
    int depth = core.depth;
    int brackets = grammar.recovery.bracketsBefore();
    try {
      core.push(grammar.members.member());
    } catch (SyntaxFailure failure) {
      if (core.speculating()) {
        throw failure;
      }
      core.cut(top);
      core.context = context;
      core.depth = depth;
      grammar.expressions.coverInitializer = -1;
      grammar.arrows.takeHead();
      core.report(failure.offset, failure.problem);
      grammar.recovery.skipMember(start, brackets);
    }
  }
}
