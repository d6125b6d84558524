package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A prefix operator.
 *
 * <p>Form: {@code !a}.
 */
public final class UnaryExpression extends NodeBase implements Expression {

  private final UnaryOperator operator;
  private final Expression argument;

  UnaryExpression(int start, int end, UnaryOperator operator, Expression argument) {
    super(start, end, 0);
    this.operator = operator;
    this.argument = argument;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.UNARY_EXPRESSION;
  }

  /** The operator. */
  public UnaryOperator operator() {
    return operator;
  }

  /** The operand. */
  public Expression argument() {
    return argument;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(argument);
  }
}
