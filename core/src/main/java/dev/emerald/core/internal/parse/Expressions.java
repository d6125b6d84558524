package dev.emerald.core.internal.parse;

import static dev.emerald.core.internal.parse.Token.*;

import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeFactory;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Pattern;
import dev.emerald.spi.ast.TSTypeAssertion;
import dev.emerald.spi.ast.TypeNode;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UpdateOperator;
import org.jspecify.annotations.Nullable;

/**
 * Expressions from the comma down to unary operators. Chains of every kind are read in loops:
 * assignments, conditionals and arrow functions to the right, binary operators to both sides,
 * prefix operators.
 *
 * <p>What may turn out to be a pattern is read as an expression ({@link #cover}) and turned into a
 * pattern when the {@code =} or {@code =>} is there.
 */
final class Expressions {

  /** Where the current AssignmentExpression starts: there alone may an arrow function start. */
  int arrowStart = -1;

  /**
   * Where the first {@code a = 1} in an object literal stands that is an error unless the literal
   * becomes a pattern; -1 if there is none.
   */
  int coverInitializer = -1;

  private final ParserCore core;
  private final Grammar grammar;

  Expressions(ParserCore core, Grammar grammar) {
    this.core = core;
    this.grammar = grammar;
  }

  /** Expressions joined by commas. */
  Expression expression() {
    int start = core.start;
    Expression first = assignment();
    return core.kind == COMMA ? sequence(start, first) : first;
  }

  private Expression sequence(int start, Expression first) {
    int base = core.mark();
    core.push(first);
    while (core.eat(COMMA)) {
      core.push(assignment());
    }
    return NodeFactory.sequenceExpression(start, core.previousEnd, core.list(base));
  }

  /** An expression in brackets or parentheses, where {@code in} is an operator. */
  Expression bracketed() {
    int outer = core.unrestricted();
    Expression expression = expression();
    core.context = outer;
    return expression;
  }

  /** An AssignmentExpression. */
  Expression assignment() {
    int outer = coverInitializer;
    coverInitializer = -1;
    Expression expression = cover();
    rejectCoverInitializer();
    coverInitializer = outer;
    return expression;
  }

  /** An AssignmentExpression in brackets, where {@code in} is an operator. */
  Expression bracketedAssignment() {
    int outer = core.unrestricted();
    Expression expression = assignment();
    core.context = outer;
    return expression;
  }

  /** What {@code a = 1} in an object literal is, once it can't become a pattern any more. */
  void rejectCoverInitializer() {
    if (coverInitializer >= 0) {
      int offset = coverInitializer;
      coverInitializer = -1;
      core.soft(offset, "'=' can't stand in an object literal");
    }
  }

  /** What waits for its right-most operand. */
  private static final class Pending {
    final int start;
    final int kind;
    final @Nullable Node left;
    final @Nullable Expression middle;
    final Arrows.@Nullable Head arrow;
    final int context;
    final @Nullable Pending below;

    Pending(
        int start,
        int kind,
        @Nullable Node left,
        @Nullable Expression middle,
        Arrows.@Nullable Head arrow,
        int context,
        @Nullable Pending below) {
      this.start = start;
      this.kind = kind;
      this.left = left;
      this.middle = middle;
      this.arrow = arrow;
      this.context = context;
      this.below = below;
    }
  }

  /** An AssignmentExpression that may become a pattern: see {@link #coverInitializer}. */
  Expression cover() {
    core.enter();
    Pending pending = null;
    Expression right;
    while (true) {
      int start = core.start;
      if (core.kind == YIELD && core.in(ParserCore.GENERATOR)) {
        right = yieldExpression();
        break;
      }
      arrowStart = start;
      if (core.kind == LT && core.typescript) {
        grammar.arrows.tryGeneric(start);
      }
      int coverBefore = coverInitializer;
      Arrows.Head head = grammar.arrows.takeHead();
      Expression left = head == null ? binary(start) : grammar.arrows.marker;
      if (head == null) {
        head = grammar.arrows.takeHead();
      }
      int kind = core.kind;
      if (kind == ARROW) {
        if (head == null) {
          head = grammar.arrows.headOf(left, start);
        }
        core.next();
        if (core.kind == LBRACE) {
          right = grammar.arrows.withBlock(head);
          break;
        }
        pending = new Pending(start, ARROW, null, null, head, core.context, pending);
        core.context = Functions.bodyContext(core.context, head.async(), false, true);
        continue;
      }
      if (coverInitializer != coverBefore && !isLiteral(left)) {
        rejectCoverInitializer();
      }
      if (kind == QUESTION && !(core.typescript && marksOptional())) {
        core.next();
        int outer = core.context;
        core.context = outer & ~(ParserCore.NO_IN | ParserCore.DECORATOR) | ParserCore.CONSEQUENT;
        Expression consequent = assignment();
        core.context = outer;
        core.expect(COLON);
        pending = new Pending(start, QUESTION, left, consequent, null, outer, pending);
        continue;
      }
      if (Token.isAssignment(kind)) {
        Pattern target = target(left, kind);
        if (kind == ASSIGN) {
          coverInitializer = coverBefore;
        }
        core.next();
        pending = new Pending(start, kind, target, null, null, core.context, pending);
        continue;
      }
      right = left;
      break;
    }
    if (pending != null) {
      right = fold(pending, right);
    }
    core.leave();
    return right;
  }

  private static boolean isLiteral(Expression expression) {
    return (expression instanceof ObjectExpression || expression instanceof ArrayExpression)
        && !expression.parenthesized();
  }

  /** Whether the current {@code ?} makes a parameter optional: no operand follows. */
  private boolean marksOptional() {
    char unit = core.peekUnit();
    return unit == ')' || unit == ',' || unit == ':' || unit == '=';
  }

  private Pattern target(Expression left, int operator) {
    return operator == ASSIGN
        ? grammar.patterns.assignmentTarget(left)
        : grammar.patterns.simpleTarget(left);
  }

  private Expression fold(Pending innermost, Expression operand) {
    int end = core.previousEnd;
    Expression right = operand;
    for (Pending pending = innermost; pending != null; pending = pending.below) {
      core.context = pending.context;
      if (pending.arrow != null) {
        right = pending.arrow.node(end, right);
      } else if (pending.middle != null && pending.left instanceof Expression test) {
        right = NodeFactory.conditionalExpression(pending.start, end, test, pending.middle, right);
      } else if (pending.left instanceof Pattern target) {
        right =
            NodeFactory.assignmentExpression(
                pending.start, end, Operators.assignment(pending.kind), target, right);
      }
    }
    return right;
  }

  private Expression yieldExpression() {
    int start = core.start;
    core.next();
    boolean delegate = !core.newlineBefore && core.eat(STAR);
    Expression argument = null;
    if (delegate || !core.newlineBefore && startsYieldArgument()) {
      argument = assignment();
    }
    return NodeFactory.yieldExpression(start, core.previousEnd, argument, delegate);
  }

  private boolean startsYieldArgument() {
    return switch (core.kind) {
      case RPAREN, RBRACKET, RBRACE, COMMA, SEMICOLON, COLON, EOF, IN -> false;
      default -> true;
    };
  }

  // ---- binary operators

  /** An operator that waits for its right operand. */
  private static final class Waiting {
    final Expression left;
    final int start;
    final int kind;
    final int precedence;
    final @Nullable Waiting below;

    Waiting(Expression left, int start, int kind, int precedence, @Nullable Waiting below) {
      this.left = left;
      this.start = start;
      this.kind = kind;
      this.precedence = precedence;
      this.below = below;
    }
  }

  /** Operands joined by binary operators. */
  private Expression binary(int start) {
    Expression first = unary();
    int kind = core.kind;
    if (Operators.precedence(kind) == 0 && kind < FIRST_CONTEXTUAL) {
      return first;
    }
    return operations(start, first);
  }

  private Expression operations(int firstStart, Expression first) {
    Waiting waiting = null;
    Expression left = first;
    int start = firstStart;
    while (true) {
      if (core.kind == GT) {
        core.rescanGreater();
      }
      int kind = core.kind;
      boolean cast = isCast(kind);
      int precedence =
          cast
              ? Operators.RELATIONAL
              : kind == IN && core.in(ParserCore.NO_IN) ? 0 : Operators.precedence(kind);
      while (waiting != null
          && (waiting.precedence > precedence
              || waiting.precedence == precedence && kind != STAR_STAR)) {
        rejectMixture(waiting.kind, waiting.left, left);
        left = Operators.node(waiting.start, core.previousEnd, waiting.kind, waiting.left, left);
        start = waiting.start;
        waiting = waiting.below;
      }
      if (precedence == 0) {
        return left;
      }
      core.next();
      if (cast) {
        TypeNode type = grammar.types.parseType();
        int end = core.previousEnd;
        left =
            kind == AS
                ? NodeFactory.tsAsExpression(start, end, left, type)
                : NodeFactory.tsSatisfiesExpression(start, end, left, type);
        continue;
      }
      if (kind == STAR_STAR && isUnary(left)) {
        core.soft(core.start, "a unary operator before '**' needs parentheses");
      }
      waiting = new Waiting(left, start, kind, precedence, waiting);
      start = core.start;
      left = unary();
    }
  }

  private boolean isCast(int kind) {
    return (kind == AS || kind == SATISFIES) && core.typescript && !core.newlineBefore;
  }

  private static boolean isUnary(Expression expression) {
    return !expression.parenthesized()
        && (expression instanceof UnaryExpression
            || expression instanceof AwaitExpression
            || expression instanceof TSTypeAssertion);
  }

  /** {@code ??} and the other logical operators need parentheses between them. */
  private void rejectMixture(int kind, Expression left, Expression right) {
    if (kind == COALESCE && (isLogical(left, false) || isLogical(right, false))
        || (kind == BAR_BAR || kind == AMP_AMP)
            && (isLogical(left, true) || isLogical(right, true))) {
      core.soft(left.start(), "'??' and '||' or '&&' need parentheses between them");
    }
  }

  private static boolean isLogical(Expression expression, boolean coalesce) {
    return expression instanceof LogicalExpression logical
        && !expression.parenthesized()
        && logical.operator() == LogicalOperator.COALESCE == coalesce;
  }

  // ---- unary operators

  /** A prefix operator that waits for its operand. */
  private static final class Prefix {
    final int start;
    final int kind;
    final @Nullable TypeNode type;
    final @Nullable Prefix before;

    Prefix(int start, int kind, @Nullable TypeNode type, @Nullable Prefix before) {
      this.start = start;
      this.kind = kind;
      this.type = type;
      this.before = before;
    }
  }

  /** A UnaryExpression. */
  Expression unary() {
    return isPrefix(core.kind) ? prefixed() : postfix();
  }

  private boolean isPrefix(int kind) {
    return switch (kind) {
      case NOT, TILDE, PLUS, MINUS, TYPEOF, VOID, DELETE, INCREMENT, DECREMENT -> true;
      case AWAIT -> startsAwait();
      case LT -> core.typescript && !core.jsx;
      default -> false;
    };
  }

  private Expression prefixed() {
    Prefix prefix = null;
    do {
      int start = core.start;
      int kind = core.kind;
      TypeNode type = null;
      if (kind == LT) {
        core.next();
        type = grammar.types.parseType();
        core.expect(GT);
      } else {
        core.next();
      }
      prefix = new Prefix(start, kind, type, prefix);
    } while (isPrefix(core.kind));
    Expression operand = postfix();
    int end = core.previousEnd;
    for (Prefix outer = prefix; outer != null; outer = outer.before) {
      operand = apply(outer, operand, end);
    }
    return operand;
  }

  private Expression apply(Prefix prefix, Expression operand, int end) {
    if (prefix.type != null) {
      return NodeFactory.tsTypeAssertion(prefix.start, end, prefix.type, operand);
    }
    return switch (prefix.kind) {
      case AWAIT -> NodeFactory.awaitExpression(prefix.start, end, operand);
      case INCREMENT, DECREMENT -> update(prefix.start, end, prefix.kind, operand, true);
      default ->
          NodeFactory.unaryExpression(prefix.start, end, Operators.unary(prefix.kind), operand);
    };
  }

  private Expression update(int start, int end, int kind, Expression operand, boolean prefix) {
    grammar.patterns.simpleTarget(operand);
    UpdateOperator operator =
        kind == INCREMENT ? UpdateOperator.INCREMENT : UpdateOperator.DECREMENT;
    return NodeFactory.updateExpression(start, end, operator, operand, prefix);
  }

  private Expression postfix() {
    int start = core.start;
    Expression operand = grammar.operands.leftHandSide();
    if ((core.kind == INCREMENT || core.kind == DECREMENT) && !core.newlineBefore) {
      int kind = core.kind;
      core.next();
      return update(start, core.previousEnd, kind, operand, false);
    }
    return operand;
  }

  /**
   * Whether {@code await} is an operator here. At the top level of a file that may be a module, it
   * is where only an operand can follow, and makes the file one.
   */
  private boolean startsAwait() {
    if (core.in(ParserCore.ASYNC)) {
      return true;
    }
    if (!core.in(ParserCore.TOP_LEVEL) || core.options.goal() != ParseOptions.Goal.UNAMBIGUOUS) {
      return false;
    }
    int next = core.peek();
    if (core.peekNewlineBefore()) {
      return false;
    }
    boolean operand =
        switch (next) {
          case STRING, NUMBER, NEW, THIS, IMPORT, FUNCTION, CLASS, NULL, TRUE, FALSE, SUPER -> true;
          case OF, AS, SATISFIES -> false;
          default -> Token.isIdentifier(next);
        };
    core.moduleSyntax |= operand && !core.speculating();
    return operand;
  }
}
