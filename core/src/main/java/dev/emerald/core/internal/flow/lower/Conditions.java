package dev.emerald.core.internal.flow.lower;

import dev.emerald.spi.ast.BooleanLiteral;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NumericLiteral;
import dev.emerald.spi.ast.SequenceExpression;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** Conditions: both ways out of them, with what is known on each. */
final class Conditions {

  /** Operands of one chain that conditions are written for; the rest is evaluated alone. */
  static final int MAX_CHAIN = 64;

  private final BodyLowering body;
  private final Environment env;

  Conditions(BodyLowering body) {
    this.body = body;
    this.env = body.env;
  }

  /** Both ways out of a condition. */
  record Split(State whenTrue, State whenFalse) {

    Split negated() {
      return new Split(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }
  }

  /**
   * Evaluates a condition. Nothing of it is left in the environment, nor of what has changed since
   * the mark: the states have it.
   */
  Split split(Expression test, int mark) {
    Expression at = test;
    boolean negated = false;
    while (at instanceof UnaryExpression not && not.operator() == UnaryOperator.NOT) {
      at = not.argument();
      negated = !negated;
    }
    Split split;
    if (!body.enter()) {
      split = new Split(env.snapshot(mark), env.take(mark));
      return split;
    }
    if (at instanceof LogicalExpression logical && logical.operator() != LogicalOperator.COALESCE) {
      split = chain(logical, mark);
    } else if (at instanceof SequenceExpression sequence) {
      List<Expression> all = sequence.expressions();
      for (int i = 0; i < all.size() - 1; i++) {
        body.expressions.effect(all.get(i));
      }
      split = split(all.get(all.size() - 1), mark);
    } else {
      split = leaf(at, mark);
    }
    body.leave();
    return negated ? split.negated() : split;
  }

  private Split leaf(Expression test, int mark) {
    if (test instanceof BooleanLiteral literal) {
      return always(literal.value(), mark);
    }
    if (test instanceof NumericLiteral literal) {
      return always(literal.value() != 0, mark);
    }
    int condition = body.expressions.value(test);
    return split(condition, test, mark);
  }

  private Split always(boolean truth, int mark) {
    State state = env.take(mark);
    return truth ? new Split(state, State.DEAD) : new Split(State.DEAD, state);
  }

  /** Both ways out of a condition that has been evaluated. */
  Split split(int condition, Node node, int mark) {
    Ints slots = new Ints();
    body.guards.targets(condition, slots);
    if (slots.size() == 0) {
      State same = env.take(mark);
      return new Split(same, same);
    }
    int before = env.mark();
    body.guards.know(slots, condition, 1, node);
    State whenTrue = env.takeAfter(mark, before);
    body.guards.know(slots, condition, 0, node);
    State whenFalse = env.take(mark);
    return new Split(whenTrue, whenFalse);
  }

  /** {@code a && b && c} or {@code a || b || c}. */
  private Split chain(LogicalExpression last, int mark) {
    boolean and = last.operator() == LogicalOperator.AND;
    List<Expression> operands = operands(last);
    List<State> exits = new ArrayList<>();
    State goesOn = State.SAME;
    int count = operands.size();
    for (int i = 0; i < count; i++) {
      if (i >= MAX_CHAIN) {
        body.expressions.effect(operands.get(i));
        continue;
      }
      Split split = split(operands.get(i), mark);
      exits.add(and ? split.whenFalse() : split.whenTrue());
      goesOn = and ? split.whenTrue() : split.whenFalse();
      env.apply(goesOn);
    }
    if (count > MAX_CHAIN) {
      goesOn = env.snapshot(mark);
      exits.add(goesOn);
    }
    env.restore(mark);
    env.join(exits, last);
    State exit = env.take(mark);
    return and ? new Split(goesOn, exit) : new Split(exit, goesOn);
  }

  /** The operands of a chain of one operator, in order. */
  static List<Expression> operands(LogicalExpression last) {
    List<Expression> reversed = new ArrayList<>();
    Expression at = last;
    while (at instanceof LogicalExpression logical && logical.operator() == last.operator()) {
      reversed.add(logical.right());
      at = logical.left();
    }
    reversed.add(at);
    java.util.Collections.reverse(reversed);
    return reversed;
  }
}
