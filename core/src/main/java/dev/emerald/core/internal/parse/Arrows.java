package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.ast.TypeNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arrow functions and what looks like them: parentheses, calls of {@code async}.
 *
 * <p>What stands in the parentheses is read once, as expressions; what only a parameter can have (a
 * type, a {@code ?}) decides on the way, {@code =>} at the end. The one thing tried and perhaps
 * read again is the type after {@code ):}, and a place where that failed is not tried again.
 */
final class Arrows {

  /** What stands before the {@code =>}. */
  record Head(
      int start,
      @Nullable TypeNode typeParameters,
      List<Pattern> params,
      @Nullable TypeNode returnType,
      boolean async) {

    Expression node(int end, Node body) {
      return NodeFactory.arrowFunctionExpression(
          start, end, typeParameters, params, returnType, body, async);
    }
  }

  /** Stands for the head of an arrow function on its way up to {@link Expressions#cover}. */
  final Expression marker = NodeFactory.thisExpression(0, 0);

  private final ParserCore core;
  private final Grammar grammar;

  /** The head that has just been read; {@code =>} is the current token. */
  private @Nullable Head head;

  /** Where {@code (…):} is no head with a type, by the offset of the colon. */
  private final OffsetSet noReturnType = new OffsetSet();

  /** Where {@code <} does not start type parameters of an arrow function. */
  private final OffsetSet noTypeParameters = new OffsetSet();

  Arrows(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  /** The head that has just been read, once. */
  @Nullable Head takeHead() {
    Head taken = head;
    head = null;
    return taken;
  }

  /** The head that is a single name, before a {@code =>}. */
  Head headOf(Expression name, int start) {
    if (!(name instanceof Identifier) || name.parenthesized() || core.newlineBefore) {
      throw core.unexpected();
    }
    return new Head(start, null, List.of(grammar.patterns.binding(name)), null, false);
  }

  /** The function with a head, from the brace of its body on. */
  Expression withBlock(Head before) {
    BlockStatement body =
        grammar.functions.body(Functions.bodyContext(core.context, before.async(), false, true));
    return before.node(core.previousEnd, body);
  }

  /** {@code async a =>}, with {@code async} current: leaves the head, {@code =>} current. */
  Expression asyncName(int start) {
    core.next();
    Identifier name = core.identifier(Identifier.Role.BINDING);
    if (core.kind != ARROW || core.newlineBefore) {
      throw core.unexpected();
    }
    head = new Head(start, null, List.of(name), null, true);
    return marker;
  }

  /** An expression in parentheses, or a head, from the opening parenthesis on. */
  Expression parenthesized() {
    int start = core.start;
    boolean arrowAllowed = grammar.expressions.arrowStart == start;
    Expressions expressions = grammar.expressions;
    int outerCover = expressions.coverInitializer;
    expressions.coverInitializer = -1;
    int base = core.mark();
    int inner = core.peekOffset();
    boolean certain = items(false);
    int innerEnd = itemsEnd;
    certain |= core.size(base) == 0;
    if (arrowAllowed) {
      Expression arrow = head(start, null, base, false, certain);
      if (arrow != null) {
        expressions.coverInitializer = outerCover;
        return arrow;
      }
    }
    if (certain) {
      throw core.unexpected();
    }
    expressions.rejectCoverInitializer();
    expressions.coverInitializer = outerCover;
    if (core.size(base) > 1) {
      return NodeFactory.parenthesize(
          NodeFactory.sequenceExpression(inner, innerEnd, core.list(base)));
    }
    if (core.pushed(base, 0) instanceof Expression only) {
      core.cut(base);
      return NodeFactory.parenthesize(only);
    }
    throw core.unexpected();
  }

  /**
   * The call {@code async(…)}, or a head, from the opening parenthesis on.
   *
   * @param start where {@code async} starts
   * @return null if it is a call; then its arguments have been pushed
   */
  @Nullable Expression asyncParenthesized(int start, int base) {
    Expressions expressions = grammar.expressions;
    int outerCover = expressions.coverInitializer;
    expressions.coverInitializer = -1;
    boolean certain = items(true);
    Expression arrow = head(start, null, base, true, certain);
    if (arrow == null) {
      if (certain) {
        throw core.unexpected();
      }
      expressions.rejectCoverInitializer();
    }
    expressions.coverInitializer = outerCover;
    return arrow;
  }

  // Of the items that have just been read: where they end, whether a comma follows them.
  private int itemsEnd;
  private boolean trailingComma;

  /**
   * Pushes what stands in parentheses and moves past them.
   *
   * @param call whether it may be the arguments of a call
   * @return whether it can only be parameters
   */
  private boolean items(boolean call) {
    int outer = core.unrestricted();
    boolean certain = false;
    core.next();
    trailingComma = false;
    while (core.kind != RPAREN) {
      int start = core.start;
      Node item;
      if (core.kind == ELLIPSIS) {
        core.next();
        Expression argument = grammar.expressions.cover();
        item = NodeFactory.spreadElement(start, core.previousEnd, argument);
        certain |= !call;
      } else {
        item = grammar.expressions.cover();
      }
      if (core.typescript && (core.kind == COLON || core.kind == QUESTION)) {
        item = annotated(start, item);
        certain = true;
      }
      core.push(item);
      itemsEnd = core.previousEnd;
      trailingComma = false;
      if (core.kind != COMMA) {
        break;
      }
      core.next();
      trailingComma = core.kind == RPAREN;
      certain |= !call && trailingComma;
    }
    core.context = outer;
    core.expect(RPAREN);
    return certain;
  }

  /** A parameter with a {@code ?} or a type, the current token. */
  private Pattern annotated(int start, Node item) {
    boolean optional = core.eat(QUESTION);
    TypeNode type = core.kind == COLON ? grammar.types.parseTypeAnnotation() : null;
    Pattern pattern =
        grammar.patterns.annotate(
            grammar.patterns.binding(item), core.previousEnd, type, List.of(), optional);
    grammar.expressions.coverInitializer = -1;
    if (core.eat(ASSIGN)) {
      Expression value = grammar.expressions.assignment();
      return NodeFactory.assignmentPattern(start, core.previousEnd, pattern, value);
    }
    return pattern;
  }

  /**
   * Makes a head of what has been pushed, if {@code =>} follows, or a type and {@code =>}.
   *
   * @return null if it is none
   */
  private @Nullable Expression head(
      int start, @Nullable TypeNode typeParameters, int base, boolean async, boolean certain) {
    if (core.kind == ARROW && !core.newlineBefore) {
      head = new Head(start, typeParameters, params(base), null, async);
      return marker;
    }
    if (core.kind != COLON || !core.typescript || noReturnType.contains(core.start)) {
      return null;
    }
    boolean consequent = core.in(ParserCore.CONSEQUENT);
    if (certain && !consequent) {
      return headWithType(start, typeParameters, base, async);
    }
    int colon = core.start;
    ParserCore.Mark mark = core.speculate();
    try {
      TypeNode returnType = grammar.types.parseReturnType();
      if (core.kind == ARROW && !core.newlineBefore) {
        if (!consequent) {
          core.commit(mark);
          head = new Head(start, typeParameters, params(base), returnType, async);
          return marker;
        }
        Expression arrow = whole(start, typeParameters, base, returnType, async);
        if (core.kind == COLON) {
          core.commit(mark);
          core.cut(base);
          return arrow;
        }
      }
    } catch (SyntaxFailure notTyped) {
      noReturnType.add(colon, notTyped);
    }
    core.rewind(mark);
    noReturnType.add(colon);
    return null;
  }

  private Expression headWithType(
      int start, @Nullable TypeNode typeParameters, int base, boolean async) {
    TypeNode returnType = grammar.types.parseReturnType();
    if (core.kind != ARROW || core.newlineBefore) {
      throw core.unexpected();
    }
    head = new Head(start, typeParameters, params(base), returnType, async);
    return marker;
  }

  /** The function to its end, from {@code =>} on. */
  private Expression whole(
      int start,
      @Nullable TypeNode typeParameters,
      int base,
      @Nullable TypeNode returnType,
      boolean async) {
    int size = core.size(base);
    for (int i = 0; i < size; i++) {
      core.push(core.pushed(base, i));
    }
    Head before = new Head(start, typeParameters, params(base + size), returnType, async);
    core.next();
    if (core.kind == LBRACE) {
      return withBlock(before);
    }
    int outer = core.context;
    core.context = Functions.bodyContext(outer, async, false, true) & ~ParserCore.CONSEQUENT;
    Expression body = grammar.expressions.assignment();
    core.context = outer;
    return before.node(core.previousEnd, body);
  }

  private List<Pattern> params(int base) {
    for (int i = 0, size = core.size(base); i < size; i++) {
      Node item = core.pushed(base, i);
      if (item instanceof SpreadElement && (i < size - 1 || trailingComma)) {
        core.soft(item.start(), "a rest parameter must be the last");
      }
      if (item != null) {
        core.replace(base, i, grammar.patterns.binding(item));
      }
    }
    return core.list(base);
  }

  /**
   * Reads {@code <T>(…)}, {@code <} current, as the head of an arrow function if it is one: then
   * {@code =>} is the current token and {@link #takeHead} has the head. Else nothing has moved.
   *
   * @param start where the function starts, {@code async} included
   */
  void tryGeneric(int start) {
    if (core.jsx && !startsTypeParametersInTsx()) {
      return;
    }
    generic(start, false);
  }

  /** Likewise, {@code async} being behind. */
  boolean tryAsyncGeneric(int start) {
    generic(start, true);
    return head != null;
  }

  private void generic(int start, boolean async) {
    int at = core.start;
    if (noTypeParameters.contains(at)) {
      return;
    }
    int outerCover = grammar.expressions.coverInitializer;
    ParserCore.Mark mark = core.speculate();
    try {
      TypeNode typeParameters = grammar.types.parseTypeParameters();
      if (core.kind == LPAREN) {
        int base = core.mark();
        List<Pattern> params = grammar.functions.parameters();
        TypeNode returnType = core.kind == COLON ? grammar.types.parseReturnType() : null;
        if (core.kind == ARROW && !core.newlineBefore) {
          core.commit(mark);
          core.cut(base);
          grammar.expressions.coverInitializer = outerCover;
          head = new Head(start, typeParameters, params, returnType, async);
          return;
        }
      }
    } catch (SyntaxFailure noArrow) {
      // A type assertion, a call or a comparison: read as such by the caller.
      noTypeParameters.add(at, noArrow);
    }
    core.rewind(mark);
    grammar.expressions.coverInitializer = outerCover;
    noTypeParameters.add(at);
  }

  /** In TSX a lone {@code <T>} is a tag. */
  private boolean startsTypeParametersInTsx() {
    Scanner.State here = core.save();
    core.next();
    boolean starts = core.kind == CONST;
    if (Token.isIdentifier(core.kind)) {
      core.next();
      starts = core.kind == COMMA || core.kind == ASSIGN;
      if (core.kind == EXTENDS) {
        core.next();
        starts = core.kind != ASSIGN && core.kind != GT && core.kind != SLASH;
      }
    }
    core.restore(here);
    return starts;
  }
}
