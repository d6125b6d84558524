package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The {@code super} of a call or a member access.
 *
 * <p>Form: {@code super}.
 */
public final class Super extends NodeBase implements Expression {

  Super(int start, int end) {
    super(start, end, 0);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.SUPER;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
