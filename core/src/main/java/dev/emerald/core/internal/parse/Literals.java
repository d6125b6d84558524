package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionExpression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.PropertyKind;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.TemplateLiteral;

/** Literals: numbers, regular expressions, templates, arrays, objects. */
final class Literals {

  private final ParserCore core;
  private final Grammar grammar;

  Literals(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  /** A number, the current token. */
  Expression number() {
    Expression literal =
        core.kind == BIGINT
            ? NodeFactory.bigIntLiteral(
                core.start, core.end, Numbers.bigInt(core.text, core.start, core.end))
            : NodeFactory.numericLiteral(
                core.start, core.end, Numbers.value(core.text, core.start, core.end));
    core.next();
    return literal;
  }

  /** A regular expression, from its slash on. */
  Expression regExp() {
    core.rescanRegExp();
    if (core.kind != REGEXP) {
      throw core.unexpected();
    }
    int close = core.regExpClose();
    Expression literal =
        NodeFactory.regExpLiteral(
            core.start,
            core.end,
            core.slice(core.start + 1, close),
            core.slice(close + 1, core.end));
    core.next();
    return literal;
  }

  /**
   * A template.
   *
   * @param tagged whether it may hold invalid escapes
   */
  TemplateLiteral template(boolean tagged) {
    core.enter();
    int start = core.start;
    int outer = core.unrestricted();
    TextList texts = new TextList();
    int base = core.mark();
    text(texts, tagged);
    while (!core.templateTail) {
      core.next();
      core.push(grammar.expressions.expression());
      if (core.kind != RBRACE) {
        throw core.fail(core.start, core.problemOr("'}' expected"));
      }
      core.rescanTemplateContinuation();
      text(texts, tagged);
    }
    core.context = outer;
    core.leave();
    core.next();
    return NodeFactory.templateLiteral(start, core.previousEnd, texts.list(), core.list(base));
  }

  private void text(TextList texts, boolean tagged) {
    if (core.kind != TEMPLATE) {
      throw core.unexpected();
    }
    String cooked = core.templateValue();
    if (cooked == null && !tagged) {
      core.soft(core.start, "invalid escape in a template");
    }
    int close = core.templateTail ? core.end - 1 : core.end - 2;
    texts.add(NodeFactory.templateElement(core.start + 1, close, cooked, core.templateTail));
  }

  // ---- arrays and objects

  /** An array, from its bracket on; perhaps a pattern: see {@link Expressions#cover}. */
  Expression array() {
    int start = core.start;
    int outer = core.unrestricted();
    core.next();
    int base = core.mark();
    while (core.kind != RBRACKET) {
      if (core.kind == COMMA) {
        core.next();
        core.push(null);
        continue;
      }
      core.push(core.kind == ELLIPSIS ? spread() : grammar.expressions.cover());
      if (!grammar.recovery.separator(RBRACKET)) {
        break;
      }
    }
    core.context = outer;
    core.expect(RBRACKET);
    return NodeFactory.arrayExpression(start, core.previousEnd, core.list(base));
  }

  /** {@code ...a}. */
  SpreadElement spread() {
    int start = core.start;
    core.next();
    Expression argument = grammar.expressions.cover();
    return NodeFactory.spreadElement(start, core.previousEnd, argument);
  }

  /** An object, from its brace on; perhaps a pattern: see {@link Expressions#cover}. */
  Expression object() {
    int start = core.start;
    int outer = core.unrestricted();
    core.next();
    int base = core.mark();
    while (core.kind != RBRACE) {
      core.push(core.kind == ELLIPSIS ? spread() : property());
      if (!grammar.recovery.separator(RBRACE)) {
        break;
      }
    }
    core.context = outer;
    core.expect(RBRACE);
    return NodeFactory.objectExpression(start, core.previousEnd, core.list(base));
  }

  private Node property() {
    int start = core.start;
    int kind = core.kind;
    boolean async = false;
    boolean generator = false;
    PropertyKind propertyKind = PropertyKind.INIT;
    if ((kind == ASYNC || kind == GET || kind == SET) && isModifier()) {
      async = kind == ASYNC;
      if (kind == GET) {
        propertyKind = PropertyKind.GET;
      } else if (kind == SET) {
        propertyKind = PropertyKind.SET;
      }
      core.next();
    }
    if (core.kind == STAR) {
      if (propertyKind != PropertyKind.INIT) {
        throw core.unexpected();
      }
      core.next();
      generator = true;
    }
    boolean plain = !async && !generator && propertyKind == PropertyKind.INIT;
    boolean computed = core.kind == LBRACKET;
    boolean mayBeShorthand = plain && core.atIdentifier();
    Expression key = propertyName();
    if (plain && core.kind == COLON) {
      core.next();
      Expression value = grammar.expressions.cover();
      return NodeFactory.property(
          start, core.previousEnd, key, value, propertyKind, computed, false, false);
    }
    if (core.kind == LPAREN || core.kind == LT) {
      FunctionExpression method = grammar.functions.method(async, generator, false);
      return NodeFactory.property(
          start,
          core.previousEnd,
          key,
          method,
          propertyKind,
          computed,
          propertyKind == PropertyKind.INIT,
          false);
    }
    if (!mayBeShorthand || !(key instanceof Identifier name)) {
      throw core.unexpected();
    }
    return shorthand(start, name);
  }

  private Node shorthand(int start, Identifier key) {
    Identifier value =
        NodeFactory.identifier(start, key.end(), key.name(), Identifier.Role.REFERENCE, null);
    if (core.kind != ASSIGN) {
      return NodeFactory.property(
          start, key.end(), key, value, PropertyKind.INIT, false, false, true);
    }
    if (grammar.expressions.coverInitializer < 0) {
      grammar.expressions.coverInitializer = core.start;
    }
    core.next();
    Expression initializer = grammar.expressions.assignment();
    int end = core.previousEnd;
    Node pattern = NodeFactory.assignmentPattern(start, end, value, initializer);
    return NodeFactory.property(start, end, key, pattern, PropertyKind.INIT, false, false, true);
  }

  /** Whether the current word is a modifier, and no name, of a property. */
  private boolean isModifier() {
    boolean async = core.kind == ASYNC;
    int next = core.peek();
    if (async && core.peekNewlineBefore()) {
      return false;
    }
    return Token.isName(next)
        || switch (next) {
          case STRING, NUMBER, BIGINT, LBRACKET, PRIVATE_NAME -> true;
          case STAR -> async;
          default -> false;
        };
  }

  /** The name of a property: a word, a literal, or an expression in brackets. */
  Expression propertyName() {
    return switch (core.kind) {
      case STRING -> core.string();
      case NUMBER, BIGINT -> number();
      case LBRACKET -> {
        core.next();
        Expression key = grammar.expressions.bracketedAssignment();
        core.expect(RBRACKET);
        yield key;
      }
      default -> core.name(Identifier.Role.NAME);
    };
  }
}
