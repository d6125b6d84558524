package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A closing tag.
 *
 * <p>Form: {@code </a>}.
 */
public final class JSXClosingElement extends NodeBase implements Node {

  private final JSXName name;

  JSXClosingElement(int start, int end, JSXName name) {
    super(start, end, 0);
    this.name = name;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_CLOSING_ELEMENT;
  }

  /** The name. */
  public JSXName name() {
    return name;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(name);
  }
}
