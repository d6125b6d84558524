package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * A fragment.
 *
 * <p>Form: {@code <>…</>}.
 */
public final class JSXFragment extends NodeBase implements Expression, JSXChild {

  private final JSXOpeningFragment openingFragment;
  private final List<JSXChild> children;
  private final JSXClosingFragment closingFragment;

  JSXFragment(
      int start,
      int end,
      JSXOpeningFragment openingFragment,
      List<JSXChild> children,
      JSXClosingFragment closingFragment) {
    super(start, end, 0);
    this.openingFragment = openingFragment;
    this.children = children;
    this.closingFragment = closingFragment;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_FRAGMENT;
  }

  /** The opening tag. */
  public JSXOpeningFragment openingFragment() {
    return openingFragment;
  }

  /** The content, in order. */
  public List<JSXChild> children() {
    return children;
  }

  /** The closing tag. */
  public JSXClosingFragment closingFragment() {
    return closingFragment;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(openingFragment);
    each(children, action);
    action.accept(closingFragment);
  }
}
