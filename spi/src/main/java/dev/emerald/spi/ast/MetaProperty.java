package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A meta property.
 *
 * <p>Form: {@code import.meta}.
 */
public final class MetaProperty extends NodeBase implements Expression {

  private final Identifier meta;
  private final Identifier property;

  MetaProperty(int start, int end, Identifier meta, Identifier property) {
    super(start, end, 0);
    this.meta = meta;
    this.property = property;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.META_PROPERTY;
  }

  /** {@code import} or {@code new}. */
  public Identifier meta() {
    return meta;
  }

  /** {@code meta} or {@code target}. */
  public Identifier property() {
    return property;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(meta);
    action.accept(property);
  }
}
