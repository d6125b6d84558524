package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.JSXAttributeLike;
import dev.emerald.spi.ast.JSXChild;
import dev.emerald.spi.ast.JSXClosingElement;
import dev.emerald.spi.ast.JSXElement;
import dev.emerald.spi.ast.JSXExpressionContainer;
import dev.emerald.spi.ast.JSXFragment;
import dev.emerald.spi.ast.JSXIdentifier;
import dev.emerald.spi.ast.JSXMemberExpression;
import dev.emerald.spi.ast.JSXName;
import dev.emerald.spi.ast.JSXNamespacedName;
import dev.emerald.spi.ast.JSXOpeningElement;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.TypeNode;
import java.util.List;

/**
 * JSX. What follows the last {@code >} of an element is text or code, as the element stands within
 * another or in an expression; so the methods for elements end with it as the current token.
 */
final class Jsx {

  private final ParserCore core;
  private final Grammar grammar;

  Jsx(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  /** An element or a fragment in an expression, from {@code <} on. */
  Expression element() {
    int outer = core.unrestricted();
    Expression element = tag() instanceof Expression expression ? expression : fail();
    core.context = outer;
    core.next();
    return element;
  }

  private Expression fail() {
    throw core.unexpected();
  }

  /** An element or a fragment, up to its last {@code >}. */
  private JSXChild tag() {
    core.enter();
    int start = core.start;
    core.next();
    JSXChild child = core.kind == GT ? fragment(start) : element(start);
    core.leave();
    return child;
  }

  private JSXFragment fragment(int start) {
    int openingEnd = core.end;
    List<JSXChild> children = children();
    int closing = core.start;
    core.next();
    core.next();
    requireGreater();
    return NodeFactory.jsxFragment(
        start,
        core.end,
        NodeFactory.jsxOpeningFragment(start, openingEnd),
        children,
        NodeFactory.jsxClosingFragment(closing, core.end));
  }

  private JSXElement element(int start) {
    JSXName name = name();
    TypeNode typeArguments =
        core.typescript && (core.kind == LT || core.kind == SHL)
            ? grammar.types.parseTypeArguments()
            : null;
    List<JSXAttributeLike> attributes = attributes();
    boolean selfClosing = core.eat(SLASH);
    requireGreater();
    JSXOpeningElement opening =
        NodeFactory.jsxOpeningElement(
            start, core.end, name, typeArguments, attributes, selfClosing);
    if (selfClosing) {
      return NodeFactory.jsxElement(start, core.end, opening, List.of(), null);
    }
    List<JSXChild> children = children();
    JSXClosingElement closing = closing(name);
    return NodeFactory.jsxElement(start, core.end, opening, children, closing);
  }

  private JSXClosingElement closing(JSXName opened) {
    int start = core.start;
    core.next();
    core.next();
    int nameStart = core.start;
    if (core.kind == GT) {
      throw core.fail(nameStart, "the name of the open element expected");
    }
    JSXName name = name();
    if (!isSame(opened, name)) {
      core.soft(nameStart, "this tag closes another element than the open one");
    }
    requireGreater();
    return NodeFactory.jsxClosingElement(start, core.end, name);
  }

  private static boolean isSame(JSXName name, JSXName other) {
    JSXName left = name;
    JSXName right = other;
    while (left instanceof JSXMemberExpression member
        && right instanceof JSXMemberExpression otherMember) {
      if (!member.property().name().equals(otherMember.property().name())) {
        return false;
      }
      left = member.object();
      right = otherMember.object();
    }
    if (left instanceof JSXNamespacedName spaced
        && right instanceof JSXNamespacedName otherSpaced) {
      return spaced.namespace().name().equals(otherSpaced.namespace().name())
          && spaced.localName().name().equals(otherSpaced.localName().name());
    }
    return left instanceof JSXIdentifier identifier
        && right instanceof JSXIdentifier otherIdentifier
        && identifier.name().equals(otherIdentifier.name());
  }

  private void requireGreater() {
    if (core.kind != GT) {
      throw core.fail(core.start, core.problemOr("'>' expected"));
    }
  }

  // ---- names and attributes

  private JSXIdentifier identifier() {
    if (!Token.isName(core.kind)) {
      throw core.unexpected();
    }
    core.rescanJsxName();
    JSXIdentifier identifier = NodeFactory.jsxIdentifier(core.start, core.end, core.name);
    core.next();
    return identifier;
  }

  private JSXName name() {
    int start = core.start;
    JSXIdentifier first = identifier();
    if (core.eat(COLON)) {
      JSXIdentifier local = identifier();
      return NodeFactory.jsxNamespacedName(start, core.previousEnd, first, local);
    }
    JSXName name = first;
    while (core.eat(DOT)) {
      JSXIdentifier property = identifier();
      name = NodeFactory.jsxMemberExpression(start, core.previousEnd, name, property);
    }
    return name;
  }

  private List<JSXAttributeLike> attributes() {
    int base = core.mark();
    while (core.kind != GT && core.kind != SLASH) {
      core.push(core.kind == LBRACE ? spreadAttribute() : attribute());
    }
    return core.list(base);
  }

  private Node spreadAttribute() {
    int start = core.start;
    core.next();
    core.expect(ELLIPSIS);
    Expression argument = grammar.expressions.assignment();
    core.expect(RBRACE);
    return NodeFactory.jsxSpreadAttribute(start, core.previousEnd, argument);
  }

  private Node attribute() {
    int start = core.start;
    JSXName name = identifier();
    if (core.eat(COLON)) {
      JSXIdentifier local = identifier();
      if (name instanceof JSXIdentifier namespace) {
        name = NodeFactory.jsxNamespacedName(start, core.previousEnd, namespace, local);
      }
    }
    Node value = null;
    if (core.kind == ASSIGN) {
      core.nextJsxAttributeValue();
      value = value();
    }
    return NodeFactory.jsxAttribute(start, core.previousEnd, name, value);
  }

  private Node value() {
    if (core.kind == STRING) {
      String text = JsxText.decode(core.slice(core.start + 1, core.end - 1));
      Node value = NodeFactory.stringLiteral(core.start, core.end, text);
      core.next();
      return value;
    }
    if (core.kind == LBRACE) {
      int start = core.start;
      core.next();
      Expression expression = grammar.expressions.expression();
      core.expect(RBRACE);
      return NodeFactory.jsxExpressionContainer(start, core.previousEnd, expression);
    }
    if (core.kind == LT) {
      JSXChild element = tag();
      core.next();
      return element;
    }
    throw core.unexpected();
  }

  // ---- children

  /** What stands between tags, from the {@code >} of the first to the {@code <} of the last. */
  private List<JSXChild> children() {
    int base = core.mark();
    core.nextJsxText();
    while (true) {
      if (core.kind == JSX_TEXT) {
        String text = JsxText.decode(core.slice(core.start, core.end));
        core.push(NodeFactory.jsxText(core.start, core.end, text));
      } else if (core.kind == LBRACE) {
        core.push(container());
      } else if (core.kind == LT) {
        if (core.peekUnit() == '/') {
          return core.list(base);
        }
        core.push(tag());
      } else {
        throw core.unexpected();
      }
      core.nextJsxText();
    }
  }

  /** An expression or a spread between tags, up to its closing brace. */
  private JSXChild container() {
    int start = core.start;
    int inner = core.end;
    core.next();
    if (core.kind == RBRACE) {
      Node empty = NodeFactory.jsxEmptyExpression(inner, core.start);
      return NodeFactory.jsxExpressionContainer(start, core.end, empty);
    }
    boolean spread = core.eat(ELLIPSIS);
    Expression expression = grammar.expressions.expression();
    if (core.kind != RBRACE) {
      throw core.fail(core.start, core.problemOr("'}' expected"));
    }
    JSXExpressionContainer container =
        NodeFactory.jsxExpressionContainer(start, core.end, expression);
    return spread ? NodeFactory.jsxSpreadChild(start, core.end, expression) : container;
  }
}
