package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A string.
 *
 * <p>Form: {@code 'a'}.
 */
public final class StringLiteral extends NodeBase implements Literal {

  private final String value;

  StringLiteral(int start, int end, String value) {
    super(start, end, 0);
    this.value = value;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.STRING_LITERAL;
  }

  /** The value with escapes resolved; may hold lone surrogates. */
  public String value() {
    return value;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
