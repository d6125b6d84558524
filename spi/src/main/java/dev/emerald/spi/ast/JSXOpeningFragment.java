package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The opening tag of a fragment.
 *
 * <p>Form: {@code <>}.
 */
public final class JSXOpeningFragment extends NodeBase implements Node {

  JSXOpeningFragment(int start, int end) {
    super(start, end, 0);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_OPENING_FRAGMENT;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
