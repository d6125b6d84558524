package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Accessibility;
import dev.emerald.spi.ast.ClassMember;
import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionExpression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MethodKind;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TypeNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One member of a class, with its modifiers. */
final class ClassMembers {

  private static final int IS_STATIC = 1;
  private static final int IS_ABSTRACT = 1 << 1;
  private static final int IS_OVERRIDE = 1 << 2;
  private static final int IS_READONLY = 1 << 3;
  private static final int IS_DECLARE = 1 << 4;
  private static final int IS_ACCESSOR = 1 << 5;
  private static final int IS_ASYNC = 1 << 6;
  private static final int IS_GET = 1 << 7;
  private static final int IS_SET = 1 << 8;
  private static final int IS_GENERATOR = 1 << 9;
  private static final int IS_PUBLIC = 1 << 10;
  private static final int IS_PROTECTED = 1 << 11;
  private static final int IS_PRIVATE = 1 << 12;
  private static final int IS_OPTIONAL = 1 << 13;
  private static final int IS_DEFINITE = 1 << 14;

  /** After these a word is a name. */
  private static final int LAST = IS_ASYNC | IS_GET | IS_SET | IS_GENERATOR;

  private final ParserCore core;
  private final Grammar grammar;

  ClassMembers(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  /** A member with its semicolon, from its decorators on. */
  ClassMember member() {
    int start = core.start;
    List<Decorator> decorators = core.kind == AT ? grammar.classes.decorators() : List.of();
    int modifiers = modifiers();
    if (modifiers == IS_STATIC && core.kind == LBRACE) {
      return staticBlock(start);
    }
    if (core.kind == LBRACKET && core.typescript && grammar.types.startsIndexSignature()) {
      TypeNode signature = grammar.types.parseIndexSignature(core.start);
      core.semicolon();
      return NodeFactory.tsIndexSignature(
          start,
          core.previousEnd,
          signature,
          (modifiers & IS_STATIC) != 0,
          (modifiers & IS_READONLY) != 0);
    }
    boolean computed = core.kind == LBRACKET;
    Expression key =
        core.kind == PRIVATE_NAME
            ? grammar.operands.privateName()
            : grammar.literals.propertyName();
    if (core.typescript) {
      if (core.eat(QUESTION)) {
        modifiers |= IS_OPTIONAL;
      } else if (core.kind == NOT && !core.newlineBefore) {
        core.next();
        modifiers |= IS_DEFINITE;
      }
    }
    if (core.kind == LPAREN || core.kind == LT) {
      return method(start, decorators, modifiers, key, computed);
    }
    if ((modifiers & LAST) != 0) {
      throw core.unexpected();
    }
    return field(start, decorators, modifiers, key, computed);
  }

  private ClassMember staticBlock(int start) {
    int outer = core.context;
    core.enter();
    core.context = Functions.bodyContext(outer, false, false, false) & ~ParserCore.FUNCTION;
    core.next();
    List<Statement> body = grammar.statements.blockBody();
    core.context = outer;
    core.expect(RBRACE);
    core.leave();
    return NodeFactory.staticBlock(start, core.previousEnd, body);
  }

  private ClassMember method(
      int start, List<Decorator> decorators, int modifiers, Expression key, boolean computed) {
    FunctionExpression value =
        grammar.functions.method(
            (modifiers & IS_ASYNC) != 0, (modifiers & IS_GENERATOR) != 0, core.typescript);
    return NodeFactory.methodDefinition(
        start,
        core.previousEnd,
        decorators,
        key,
        value,
        methodKind(modifiers, key, computed),
        accessibility(modifiers),
        (modifiers & IS_STATIC) != 0,
        computed,
        (modifiers & IS_ABSTRACT) != 0,
        (modifiers & IS_OVERRIDE) != 0,
        (modifiers & IS_OPTIONAL) != 0);
  }

  private static MethodKind methodKind(int modifiers, Expression key, boolean computed) {
    if ((modifiers & IS_GET) != 0) {
      return MethodKind.GET;
    }
    if ((modifiers & IS_SET) != 0) {
      return MethodKind.SET;
    }
    boolean constructor =
        !computed
            && (modifiers & (IS_STATIC | IS_ASYNC | IS_GENERATOR)) == 0
            && (key instanceof Identifier name && name.name().equals("constructor")
                || key instanceof StringLiteral text && text.value().equals("constructor"));
    return constructor ? MethodKind.CONSTRUCTOR : MethodKind.METHOD;
  }

  private ClassMember field(
      int start, List<Decorator> decorators, int modifiers, Expression key, boolean computed) {
    TypeNode type =
        core.kind == COLON && core.typescript ? grammar.types.parseTypeAnnotation() : null;
    Expression value = null;
    if (core.eat(ASSIGN)) {
      int outer = core.context;
      core.context = Functions.bodyContext(outer, false, false, false) & ~ParserCore.FUNCTION;
      value = grammar.expressions.assignment();
      core.context = outer;
    }
    core.semicolon();
    int end = core.previousEnd;
    if ((modifiers & IS_ACCESSOR) != 0) {
      return NodeFactory.accessorProperty(
          start,
          end,
          decorators,
          key,
          type,
          value,
          accessibility(modifiers),
          (modifiers & IS_STATIC) != 0,
          computed,
          (modifiers & IS_ABSTRACT) != 0,
          (modifiers & IS_OVERRIDE) != 0,
          (modifiers & IS_DEFINITE) != 0,
          (modifiers & IS_READONLY) != 0,
          (modifiers & IS_DECLARE) != 0);
    }
    return NodeFactory.propertyDefinition(
        start,
        end,
        decorators,
        key,
        type,
        value,
        accessibility(modifiers),
        (modifiers & IS_STATIC) != 0,
        computed,
        (modifiers & IS_ABSTRACT) != 0,
        (modifiers & IS_OVERRIDE) != 0,
        (modifiers & IS_OPTIONAL) != 0,
        (modifiers & IS_DEFINITE) != 0,
        (modifiers & IS_READONLY) != 0,
        (modifiers & IS_DECLARE) != 0);
  }

  // ---- modifiers

  private int modifiers() {
    int modifiers = 0;
    while (true) {
      int modifier = modifier(core.kind);
      if (modifier == 0 || (modifiers & (modifier | LAST)) != 0 || !isModifier(modifier)) {
        break;
      }
      modifiers |= modifier;
      core.next();
    }
    if (core.kind == STAR && (modifiers & (IS_GET | IS_SET | IS_ACCESSOR)) == 0) {
      core.next();
      modifiers |= IS_GENERATOR;
    }
    return modifiers;
  }

  private int modifier(int kind) {
    return switch (kind) {
      case STATIC -> IS_STATIC;
      case ASYNC -> IS_ASYNC;
      case GET -> IS_GET;
      case SET -> IS_SET;
      case ACCESSOR -> IS_ACCESSOR;
      default -> core.typescript ? typescriptModifier(kind) : 0;
    };
  }

  private static int typescriptModifier(int kind) {
    return switch (kind) {
      case ABSTRACT -> IS_ABSTRACT;
      case OVERRIDE -> IS_OVERRIDE;
      case READONLY -> IS_READONLY;
      case DECLARE -> IS_DECLARE;
      case PUBLIC -> IS_PUBLIC;
      case PROTECTED -> IS_PROTECTED;
      case PRIVATE -> IS_PRIVATE;
      default -> 0;
    };
  }

  /** Whether the current word is a modifier and not the name of the member itself. */
  private boolean isModifier(int modifier) {
    int next = core.peek();
    boolean lineMayEnd = (modifier & (IS_STATIC | IS_GET | IS_SET)) != 0;
    if (!lineMayEnd && core.peekNewlineBefore()) {
      return false;
    }
    return switch (next) {
      case STRING, NUMBER, BIGINT, LBRACKET, PRIVATE_NAME -> true;
      case STAR -> (modifier & (IS_GET | IS_SET | IS_ACCESSOR)) == 0;
      case LBRACE -> modifier == IS_STATIC;
      default -> Token.isName(next);
    };
  }

  private static @Nullable Accessibility accessibility(int modifiers) {
    if ((modifiers & IS_PUBLIC) != 0) {
      return Accessibility.PUBLIC;
    }
    if ((modifiers & IS_PROTECTED) != 0) {
      return Accessibility.PROTECTED;
    }
    return (modifiers & IS_PRIVATE) != 0 ? Accessibility.PRIVATE : null;
  }
}
