package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A spread among the children.
 *
 * <p>Form: {@code {...a}}.
 */
public final class JSXSpreadChild extends NodeBase implements JSXChild {

  private final Expression expression;

  JSXSpreadChild(int start, int end, Expression expression) {
    super(start, end, 0);
    this.expression = expression;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_SPREAD_CHILD;
  }

  /** What is spread. */
  public Expression expression() {
    return expression;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
  }
}
