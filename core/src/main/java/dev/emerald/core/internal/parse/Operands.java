package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportPhase;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.PrivateIdentifier;
import dev.emerald.spi.ast.TSInstantiationExpression;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.ast.TypeNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operands: what stands alone, and the chains of members and calls behind it. */
final class Operands {

  private final ParserCore core;
  private final Grammar grammar;

  Operands(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  /** A LeftHandSideExpression. */
  Expression leftHandSide() {
    int start = core.start;
    Expression first = primary();
    return switch (core.kind) {
      case DOT, LPAREN, LBRACKET, OPTIONAL_DOT, TEMPLATE, NOT, LT, SHL -> chain(start, first, true);
      default -> first;
    };
  }

  // ---- chains

  /**
   * What follows an operand: members, calls, templates, in a loop.
   *
   * @param calls whether parentheses are a call; not in the operand of {@code new}
   */
  private Expression chain(int start, Expression first, boolean calls) {
    Expression left = first;
    while (true) {
      switch (core.kind) {
        case DOT -> {
          core.next();
          left = member(start, left, false);
        }
        case OPTIONAL_DOT -> {
          if (!calls) {
            throw core.fail(core.start, "'?.' can't stand in the operand of 'new'");
          }
          core.next();
          left = optional(start, left);
        }
        case LBRACKET -> {
          if (core.in(ParserCore.DECORATOR)) {
            return left;
          }
          left = element(start, left, false);
        }
        case LPAREN -> {
          if (!calls) {
            return left;
          }
          left = call(start, left);
        }
        case TEMPLATE -> left = tagged(start, left, null);
        case NOT -> {
          if (!core.typescript || core.newlineBefore) {
            return left;
          }
          core.next();
          left = NodeFactory.tsNonNullExpression(start, core.previousEnd, left);
        }
        case LT, SHL -> {
          Expression longer = core.typescript ? withTypeArguments(start, left, calls) : null;
          if (longer == null) {
            return left;
          }
          left = longer;
        }
        default -> {
          return left;
        }
      }
    }
  }

  private Expression member(int start, Expression object, boolean optional) {
    Expression property = memberName();
    return NodeFactory.memberExpression(start, core.previousEnd, object, property, false, optional);
  }

  private Expression memberName() {
    return core.kind == PRIVATE_NAME ? privateName() : core.name(Identifier.Role.NAME);
  }

  /** {@code #a}. */
  PrivateIdentifier privateName() {
    PrivateIdentifier name = NodeFactory.privateIdentifier(core.start, core.end, core.name);
    core.next();
    return name;
  }

  private Expression optional(int start, Expression left) {
    if (core.kind == LPAREN) {
      List<Expression> arguments = arguments();
      return NodeFactory.callExpression(start, core.previousEnd, left, null, arguments, true);
    }
    if (core.kind == LBRACKET) {
      return element(start, left, true);
    }
    if ((core.kind == LT || core.kind == SHL) && core.typescript) {
      TypeNode types = grammar.types.tryParseTypeArgumentsInExpression();
      if (types == null || core.kind != LPAREN) {
        throw core.unexpected();
      }
      List<Expression> arguments = arguments();
      return NodeFactory.callExpression(start, core.previousEnd, left, types, arguments, true);
    }
    return member(start, left, true);
  }

  private Expression element(int start, Expression object, boolean optional) {
    core.next();
    Expression property = grammar.expressions.bracketed();
    core.expect(RBRACKET);
    return NodeFactory.memberExpression(start, core.previousEnd, object, property, true, optional);
  }

  private Expression call(int start, Expression callee) {
    if (grammar.expressions.arrowStart == start
        && callee instanceof Identifier name
        && callee.end() == start + 5
        && name.name().equals("async")
        && !callee.parenthesized()
        && !core.newlineBefore) {
      int base = core.mark();
      Expression arrow = grammar.arrows.asyncParenthesized(start, base);
      return arrow != null
          ? arrow
          : NodeFactory.callExpression(
              start, core.previousEnd, callee, null, core.list(base), false);
    }
    List<Expression> arguments = arguments();
    return NodeFactory.callExpression(start, core.previousEnd, callee, null, arguments, false);
  }

  private Expression tagged(int start, Expression tag, @Nullable TypeNode typeArguments) {
    TemplateLiteral quasi = grammar.literals.template(true);
    return NodeFactory.taggedTemplateExpression(start, core.previousEnd, tag, typeArguments, quasi);
  }

  /**
   * An operand with the type arguments behind it, and what they belong to.
   *
   * @return null if {@code <} is an operator
   */
  private @Nullable Expression withTypeArguments(int start, Expression left, boolean calls) {
    if (grammar.expressions.arrowStart == start
        && left instanceof Identifier name
        && name.name().equals("async")
        && !core.newlineBefore
        && core.kind == LT
        && grammar.arrows.tryAsyncGeneric(start)) {
      return grammar.arrows.marker;
    }
    TypeNode types = grammar.types.tryParseTypeArgumentsInExpression();
    if (types == null) {
      return null;
    }
    if (core.kind == LPAREN && calls) {
      List<Expression> arguments = arguments();
      return NodeFactory.callExpression(start, core.previousEnd, left, types, arguments, false);
    }
    if (core.kind == TEMPLATE) {
      return tagged(start, left, types);
    }
    return NodeFactory.tsInstantiationExpression(start, core.previousEnd, left, types);
  }

  /** Arguments in their parentheses. */
  List<Expression> arguments() {
    int outer = core.unrestricted();
    core.next();
    int base = core.mark();
    while (core.kind != RPAREN) {
      core.push(core.kind == ELLIPSIS ? spread() : grammar.expressions.assignment());
      if (!grammar.recovery.separator(RPAREN)) {
        break;
      }
    }
    core.context = outer;
    core.expect(RPAREN);
    return core.list(base);
  }

  private Expression spread() {
    int start = core.start;
    core.next();
    Expression argument = grammar.expressions.assignment();
    return NodeFactory.spreadElement(start, core.previousEnd, argument);
  }

  // ---- single operands

  private Expression primary() {
    int start = core.start;
    int end = core.end;
    switch (core.kind) {
      case IDENTIFIER -> {
        Expression name =
            NodeFactory.identifier(start, end, core.name, Identifier.Role.REFERENCE, null);
        core.next();
        return name;
      }
      case STRING -> {
        return core.string();
      }
      case NUMBER, BIGINT -> {
        return grammar.literals.number();
      }
      case THIS -> {
        core.next();
        return NodeFactory.thisExpression(start, end);
      }
      case LPAREN -> {
        return grammar.arrows.parenthesized();
      }
      case LBRACE -> {
        return grammar.literals.object();
      }
      case LBRACKET -> {
        return grammar.literals.array();
      }
      case FUNCTION -> {
        return grammar.functions.expression();
      }
      case ASYNC -> {
        return async(start);
      }
      case NULL -> {
        core.next();
        return NodeFactory.nullLiteral(start, end);
      }
      case TRUE, FALSE -> {
        boolean value = core.kind == TRUE;
        core.next();
        return NodeFactory.booleanLiteral(start, end, value);
      }
      case TEMPLATE -> {
        return grammar.literals.template(false);
      }
      case SLASH, SLASH_ASSIGN -> {
        return grammar.literals.regExp();
      }
      case NEW -> {
        return newExpression(start);
      }
      case CLASS -> {
        return grammar.classes.expression(start, List.of());
      }
      case AT -> {
        List<Decorator> decorators = grammar.classes.decorators();
        return grammar.classes.expression(start, decorators);
      }
      case SUPER -> {
        core.next();
        if (core.kind != DOT && core.kind != LBRACKET && core.kind != LPAREN) {
          throw core.unexpected();
        }
        return NodeFactory.superNode(start, end);
      }
      case IMPORT -> {
        return imported(start);
      }
      case PRIVATE_NAME -> {
        Expression name = privateName();
        if (core.kind != IN) {
          throw core.unexpected();
        }
        return name;
      }
      case LT -> {
        if (core.jsx) {
          return grammar.jsx.element();
        }
        throw core.unexpected();
      }
      default -> {
        return core.identifier(Identifier.Role.REFERENCE);
      }
    }
  }

  /** What starts with {@code async}: a function, an arrow function, or the name itself. */
  private Expression async(int start) {
    int next = core.peek();
    if (!core.peekNewlineBefore()) {
      if (next == FUNCTION) {
        return grammar.functions.expression();
      }
      if (Token.isIdentifier(next)
          && grammar.expressions.arrowStart == start
          && isAsyncArrow(next)) {
        return grammar.arrows.asyncName(start);
      }
    }
    return core.identifier(Identifier.Role.REFERENCE);
  }

  /** Whether {@code async} and a word start an arrow function; else the word is an operator. */
  private boolean isAsyncArrow(int word) {
    if (word != OF && word != AS && word != SATISFIES) {
      return true;
    }
    Scanner.State here = core.save();
    core.next();
    boolean arrow = core.peek() == ARROW;
    core.restore(here);
    return arrow;
  }

  private Expression newExpression(int start) {
    core.enter();
    int keywordEnd = core.end;
    core.next();
    if (core.kind == DOT) {
      core.leave();
      return metaProperty(start, keywordEnd, "new", TARGET);
    }
    int calleeStart = core.start;
    if (core.kind == IMPORT && core.peek() != DOT) {
      throw core.unexpected();
    }
    Expression callee = chain(calleeStart, primary(), false);
    TypeNode typeArguments = null;
    if (callee instanceof TSInstantiationExpression instantiation && !callee.parenthesized()) {
      typeArguments = instantiation.typeArguments();
      callee = instantiation.expression();
    }
    List<Expression> arguments = core.kind == LPAREN ? arguments() : List.of();
    core.leave();
    return NodeFactory.newExpression(start, core.previousEnd, callee, typeArguments, arguments);
  }

  private Expression metaProperty(int start, int keywordEnd, String keyword, int property) {
    core.next();
    if (core.kind != property) {
      throw core.unexpected();
    }
    Identifier meta =
        NodeFactory.identifier(start, keywordEnd, keyword, Identifier.Role.NAME, null);
    Identifier name = core.name(Identifier.Role.NAME);
    return NodeFactory.metaProperty(start, core.previousEnd, meta, name);
  }

  /** {@code import(…)}, {@code import.meta}, {@code import.source(…)}, {@code import.defer(…)}. */
  private Expression imported(int start) {
    int keywordEnd = core.end;
    core.next();
    ImportPhase phase = ImportPhase.EVALUATION;
    if (core.kind == DOT) {
      int property = core.peek();
      if (property == META) {
        core.moduleSyntax |= !core.speculating();
        return metaProperty(start, keywordEnd, "import", META);
      }
      core.next();
      phase = core.kind == SOURCE ? ImportPhase.SOURCE : ImportPhase.DEFER;
      if (core.kind != SOURCE && core.kind != DEFER) {
        throw core.unexpected();
      }
      core.next();
    }
    int outer = core.unrestricted();
    core.expect(LPAREN);
    Expression source = grammar.expressions.assignment();
    Expression options = null;
    if (core.eat(COMMA) && core.kind != RPAREN) {
      options = grammar.expressions.assignment();
      core.eat(COMMA);
    }
    core.context = outer;
    core.expect(RPAREN);
    return NodeFactory.importExpression(start, core.previousEnd, source, options, phase);
  }
}
