package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An opening tag.
 *
 * <p>Form: {@code <a>}.
 */
public final class JSXOpeningElement extends NodeBase implements Node {

  private static final int SELF_CLOSING = 1 << 1;

  private final JSXName name;
  private final @Nullable TypeNode typeArguments;
  private final List<JSXAttributeLike> attributes;

  JSXOpeningElement(
      int start,
      int end,
      JSXName name,
      @Nullable TypeNode typeArguments,
      List<JSXAttributeLike> attributes,
      boolean selfClosing) {
    super(start, end, selfClosing ? SELF_CLOSING : 0);
    this.name = name;
    this.typeArguments = typeArguments;
    this.attributes = attributes;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_OPENING_ELEMENT;
  }

  /** The name. */
  public JSXName name() {
    return name;
  }

  /** The type arguments with their brackets, or null. */
  public @Nullable TypeNode typeArguments() {
    return typeArguments;
  }

  /** The attributes, in order. */
  public List<JSXAttributeLike> attributes() {
    return attributes;
  }

  /** Whether it ends in {@code />}. */
  public boolean selfClosing() {
    return flag(SELF_CLOSING);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(name);
    if (typeArguments != null) {
      action.accept(typeArguments);
    }
    each(attributes, action);
  }
}
