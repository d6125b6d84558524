package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A number.
 *
 * <p>Form: {@code 1}.
 */
public final class NumericLiteral extends NodeBase implements Literal {

  private final double value;

  NumericLiteral(int start, int end, double value) {
    super(start, end, 0);
    this.value = value;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.NUMERIC_LITERAL;
  }

  /** The value. */
  public double value() {
    return value;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
