package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An element.
 *
 * <p>Form: {@code <a>…</a>}.
 */
public final class JSXElement extends NodeBase implements Expression, JSXChild {

  private final JSXOpeningElement openingElement;
  private final List<JSXChild> children;
  private final @Nullable JSXClosingElement closingElement;

  JSXElement(
      int start,
      int end,
      JSXOpeningElement openingElement,
      List<JSXChild> children,
      @Nullable JSXClosingElement closingElement) {
    super(start, end, 0);
    this.openingElement = openingElement;
    this.children = children;
    this.closingElement = closingElement;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_ELEMENT;
  }

  /** The opening tag. */
  public JSXOpeningElement openingElement() {
    return openingElement;
  }

  /** The content, in order. */
  public List<JSXChild> children() {
    return children;
  }

  /** The closing tag, or null if the opening tag closes itself. */
  public @Nullable JSXClosingElement closingElement() {
    return closingElement;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(openingElement);
    each(children, action);
    if (closingElement != null) {
      action.accept(closingElement);
    }
  }
}
