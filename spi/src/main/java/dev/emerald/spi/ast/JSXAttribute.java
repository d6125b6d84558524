package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An attribute.
 *
 * <p>Form: {@code a="b"}.
 */
public final class JSXAttribute extends NodeBase implements JSXAttributeLike {

  private final JSXName name;
  private final @Nullable Node value;

  JSXAttribute(int start, int end, JSXName name, @Nullable Node value) {
    super(start, end, 0);
    this.name = name;
    this.value = value;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_ATTRIBUTE;
  }

  /** The name. */
  public JSXName name() {
    return name;
  }

  /**
   * A {@link StringLiteral}, a {@link JSXExpressionContainer}, a {@link JSXElement} or a {@link
   * JSXFragment}; null for an attribute without value.
   */
  public @Nullable Node value() {
    return value;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(name);
    if (value != null) {
      action.accept(value);
    }
  }
}
