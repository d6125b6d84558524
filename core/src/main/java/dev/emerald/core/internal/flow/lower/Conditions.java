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
import org.jspecify.annotations.Nullable;

/** Conditions: both ways out of them, with what is known on each. */
final class Conditions {

  /** Operands of one chain that conditions are written for; the rest is evaluated alone. */
  static final int MAX_CHAIN = 64;

  private final BodyLowering body;
  private final Environment env;

  /** A flag that a chain has just asked; null if what is asked next does not hang on one. */
  private @Nullable Flag pending;

  /** The condition that was split last, and whether it was negated; -1 if it was a chain. */
  private int lastLeaf = -1;

  private boolean lastNegated;

  Conditions(BodyLowering body) {
    this.body = body;
    this.env = body.env;
  }

  /**
   * In {@code options.deep && key === 'x'} a flag that says nothing of the key itself.
   *
   * @param outcome with which the chain goes on
   * @param slots the variables of the condition that is asked next
   */
  private record Flag(int condition, int outcome, Ints slots) {}

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
    lastLeaf = -1;
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
    lastNegated = negated;
    return negated ? split.negated() : split;
  }

  private Split leaf(Expression test, int mark) {
    if (test instanceof BooleanLiteral literal) {
      return always(literal.value(), mark);
    }
    if (test instanceof NumericLiteral literal) {
      return always(literal.value() != 0, mark);
    }
    Flag flag = pending;
    pending = null;
    int condition = body.expressions.value(test);
    if (flag != null) {
      body.guards.targets(condition, flag.slots());
      body.guards.know(flag.slots(), flag.condition(), flag.outcome(), test);
    }
    Split split = split(condition, test, mark);
    lastLeaf = condition;
    return split;
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
      Flag flag = i > 0 ? flag(and) : null;
      pending = flag == null ? pending : flag;
      Split split = split(operands.get(i), mark);
      if (flag != null) {
        exits.set(i - 1, left(exits.get(i - 1), flag, operands.get(i), mark));
      }
      pending = null;
      exits.add(and ? split.whenFalse() : split.whenTrue());
      goesOn = and ? split.whenTrue() : split.whenFalse();
      env.apply(goesOn);
    }
    lastLeaf = -1;
    if (count > MAX_CHAIN) {
      goesOn = env.snapshot(mark);
      exits.add(goesOn);
    }
    env.restore(mark);
    env.join(exits, last);
    State exit = env.take(mark);
    return and ? new Split(goesOn, exit) : new Split(exit, goesOn);
  }

  /** The condition that was split last; -1 if it was a chain. */
  int lastLeaf() {
    return lastLeaf;
  }

  /** Whether what was split last asked for the contrary of the condition. */
  boolean lastNegated() {
    return lastNegated;
  }

  /** The condition that was split last, if it is a flag. */
  private @Nullable Flag flag(boolean and) {
    if (lastLeaf < 0) {
      return null;
    }
    return switch (body.code.op(body.code.canon(lastLeaf))) {
      case LOAD, PARAM, CAPTURE, CELL_GET ->
          new Flag(lastLeaf, and == lastNegated ? 0 : 1, new Ints());
      default -> null;
    };
  }

  /** Where a chain is left by a flag, which is known there of what it would have asked next. */
  private State left(State exit, Flag flag, Node node, int mark) {
    if (exit.dead() || flag.slots().size() == 0) {
      return exit;
    }
    env.apply(exit);
    body.guards.know(flag.slots(), flag.condition(), 1 - flag.outcome(), node);
    return env.take(mark);
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
