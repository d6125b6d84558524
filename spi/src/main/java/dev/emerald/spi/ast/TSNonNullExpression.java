package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A non-null assertion.
 *
 * <p>Form: {@code a!}.
 */
public final class TSNonNullExpression extends NodeBase implements Expression, Pattern {

  private final Expression expression;

  TSNonNullExpression(int start, int end, Expression expression) {
    super(start, end, 0);
    this.expression = expression;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_NON_NULL_EXPRESSION;
  }

  /** The value. */
  public Expression expression() {
    return expression;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
  }
}
