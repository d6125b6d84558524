package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The null value.
 *
 * <p>Form: {@code null}.
 */
public final class NullLiteral extends NodeBase implements Literal {

  NullLiteral(int start, int end) {
    super(start, end, 0);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.NULL_LITERAL;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
