package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * Expressions one after the other.
 *
 * <p>Form: {@code a, b}.
 */
public final class SequenceExpression extends NodeBase implements Expression {

  private final List<Expression> expressions;

  SequenceExpression(int start, int end, List<Expression> expressions) {
    super(start, end, 0);
    this.expressions = expressions;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.SEQUENCE_EXPRESSION;
  }

  /** The expressions, in order; at least two. */
  public List<Expression> expressions() {
    return expressions;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(expressions, action);
  }
}
