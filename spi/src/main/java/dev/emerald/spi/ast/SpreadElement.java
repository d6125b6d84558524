package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A spread.
 *
 * <p>Form: {@code ...a}.
 */
public final class SpreadElement extends NodeBase implements Expression, ObjectMember {

  private final Expression argument;

  SpreadElement(int start, int end, Expression argument) {
    super(start, end, 0);
    this.argument = argument;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.SPREAD_ELEMENT;
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
