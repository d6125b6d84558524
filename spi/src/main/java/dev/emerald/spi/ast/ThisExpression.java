package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The receiver.
 *
 * <p>Form: {@code this}.
 */
public final class ThisExpression extends NodeBase implements Expression {

  ThisExpression(int start, int end) {
    super(start, end, 0);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.THIS_EXPRESSION;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
