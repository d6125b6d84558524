package dev.emerald.spi.ast;

import java.util.function.Consumer;

/** The inside of empty braces. */
public final class JSXEmptyExpression extends NodeBase implements Node {

  JSXEmptyExpression(int start, int end) {
    super(start, end, 0);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_EMPTY_EXPRESSION;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
