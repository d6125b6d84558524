package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * An increment or decrement.
 *
 * <p>Form: {@code a++}.
 */
public final class UpdateExpression extends NodeBase implements Expression {

  private static final int PREFIX = 1 << 1;

  private final UpdateOperator operator;
  private final Expression argument;

  UpdateExpression(
      int start, int end, UpdateOperator operator, Expression argument, boolean prefix) {
    super(start, end, prefix ? PREFIX : 0);
    this.operator = operator;
    this.argument = argument;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.UPDATE_EXPRESSION;
  }

  /** The operator. */
  public UpdateOperator operator() {
    return operator;
  }

  /** The operand. */
  public Expression argument() {
    return argument;
  }

  /** Whether the operator stands before the operand. */
  public boolean prefix() {
    return flag(PREFIX);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(argument);
  }
}
