package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A big integer.
 *
 * <p>Form: {@code 1n}.
 */
public final class BigIntLiteral extends NodeBase implements Literal {

  private final String value;

  BigIntLiteral(int start, int end, String value) {
    super(start, end, 0);
    this.value = value;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.BIGINT_LITERAL;
  }

  /** The decimal, or prefixed, digits without separators and without the {@code n}, as written. */
  public String value() {
    return value;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
