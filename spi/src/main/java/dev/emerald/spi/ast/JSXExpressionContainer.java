package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * An expression in braces.
 *
 * <p>Form: {@code {a}}.
 */
public final class JSXExpressionContainer extends NodeBase implements JSXChild {

  private final Node expression;

  JSXExpressionContainer(int start, int end, Node expression) {
    super(start, end, 0);
    this.expression = expression;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_EXPRESSION_CONTAINER;
  }

  /** An {@link Expression} or a {@link JSXEmptyExpression}. */
  public Node expression() {
    return expression;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
  }
}
