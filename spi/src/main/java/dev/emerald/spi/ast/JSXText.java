package dev.emerald.spi.ast;

import java.util.function.Consumer;

/** Text between tags. */
public final class JSXText extends NodeBase implements JSXChild {

  private final String value;

  JSXText(int start, int end, String value) {
    super(start, end, 0);
    this.value = value;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_TEXT;
  }

  /** The text with character references resolved. */
  public String value() {
    return value;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
