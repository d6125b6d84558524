package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A name of a tag or an attribute.
 *
 * <p>Form: {@code a}.
 */
public final class JSXIdentifier extends NodeBase implements JSXName {

  private final String name;

  JSXIdentifier(int start, int end, String name) {
    super(start, end, 0);
    this.name = name;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_IDENTIFIER;
  }

  /** The name. */
  public String name() {
    return name;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
