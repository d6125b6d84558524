package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A spread among the attributes.
 *
 * <p>Form: {@code {...a}}.
 */
public final class JSXSpreadAttribute extends NodeBase implements JSXAttributeLike {

  private final Expression argument;

  JSXSpreadAttribute(int start, int end, Expression argument) {
    super(start, end, 0);
    this.argument = argument;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_SPREAD_ATTRIBUTE;
  }

  /** What is spread. */
  public Expression argument() {
    return argument;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(argument);
  }
}
