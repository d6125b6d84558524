package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * An assignment.
 *
 * <p>Form: {@code a = b}.
 */
public final class AssignmentExpression extends NodeBase implements Expression {

  private final AssignmentOperator operator;
  private final Pattern left;
  private final Expression right;

  AssignmentExpression(
      int start, int end, AssignmentOperator operator, Pattern left, Expression right) {
    super(start, end, 0);
    this.operator = operator;
    this.left = left;
    this.right = right;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.ASSIGNMENT_EXPRESSION;
  }

  /** The operator. */
  public AssignmentOperator operator() {
    return operator;
  }

  /** What is assigned to. */
  public Pattern left() {
    return left;
  }

  /** The value. */
  public Expression right() {
    return right;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(left);
    action.accept(right);
  }
}
