package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * One import attribute.
 *
 * <p>Form: {@code type: 'json'}.
 */
public final class ImportAttribute extends NodeBase implements Node {

  private final Node key;
  private final Expression value;

  ImportAttribute(int start, int end, Node key, Expression value) {
    super(start, end, 0);
    this.key = key;
    this.value = value;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.IMPORT_ATTRIBUTE;
  }

  /** An {@link Identifier} or a {@link StringLiteral}. */
  public Node key() {
    return key;
  }

  /** The value, nearly always a {@link StringLiteral}. */
  public Expression value() {
    return value;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(key);
    action.accept(value);
  }
}
