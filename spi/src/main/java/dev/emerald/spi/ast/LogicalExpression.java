package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A short-circuit operator.
 *
 * <p>Form: {@code a && b}.
 */
public final class LogicalExpression extends NodeBase implements Expression {

  private final LogicalOperator operator;
  private final Expression left;
  private final Expression right;

  LogicalExpression(
      int start, int end, LogicalOperator operator, Expression left, Expression right) {
    super(start, end, 0);
    this.operator = operator;
    this.left = left;
    this.right = right;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.LOGICAL_EXPRESSION;
  }

  /** The operator. */
  public LogicalOperator operator() {
    return operator;
  }

  /** The left operand. */
  public Expression left() {
    return left;
  }

  /** The right operand. */
  public Expression right() {
    return right;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(left);
    action.accept(right);
  }
}
