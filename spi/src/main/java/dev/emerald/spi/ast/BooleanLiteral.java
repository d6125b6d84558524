package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A truth value.
 *
 * <p>Form: {@code true}.
 */
public final class BooleanLiteral extends NodeBase implements Literal {

  private static final int VALUE = 1 << 1;

  BooleanLiteral(int start, int end, boolean value) {
    super(start, end, value ? VALUE : 0);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.BOOLEAN_LITERAL;
  }

  /** The value. */
  public boolean value() {
    return flag(VALUE);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
