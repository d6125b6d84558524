package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A decorator.
 *
 * <p>Form: <code>&#64;d</code>.
 */
public final class Decorator extends NodeBase implements Node {

  private final Expression expression;

  Decorator(int start, int end, Expression expression) {
    super(start, end, 0);
    this.expression = expression;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.DECORATOR;
  }

  /** What decorates. */
  public Expression expression() {
    return expression;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
  }
}
