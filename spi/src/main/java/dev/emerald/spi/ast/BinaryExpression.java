package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A binary operator.
 *
 * <p>Form: {@code a + b}.
 */
public final class BinaryExpression extends NodeBase implements Expression {

  private final BinaryOperator operator;
  private final Expression left;
  private final Expression right;

  BinaryExpression(int start, int end, BinaryOperator operator, Expression left, Expression right) {
    super(start, end, 0);
    this.operator = operator;
    this.left = left;
    this.right = right;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.BINARY_EXPRESSION;
  }

  /** The operator. */
  public BinaryOperator operator() {
    return operator;
  }

  /** The left operand; a {@link PrivateIdentifier} is possible with {@code in}. */
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
