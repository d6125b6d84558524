package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The closing tag of a fragment.
 *
 * <p>Form: {@code </>}.
 */
public final class JSXClosingFragment extends NodeBase implements Node {

  JSXClosingFragment(int start, int end) {
    super(start, end, 0);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_CLOSING_FRAGMENT;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
