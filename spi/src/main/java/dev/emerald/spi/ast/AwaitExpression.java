package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * An await.
 *
 * <p>Form: {@code await a}.
 */
public final class AwaitExpression extends NodeBase implements Expression {

  private final Expression argument;

  AwaitExpression(int start, int end, Expression argument) {
    super(start, end, 0);
    this.argument = argument;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.AWAIT_EXPRESSION;
  }

  /** What is awaited. */
  public Expression argument() {
    return argument;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(argument);
  }
}
