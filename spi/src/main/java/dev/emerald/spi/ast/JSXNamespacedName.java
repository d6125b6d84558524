package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A name with a namespace.
 *
 * <p>Form: {@code a:b}.
 */
public final class JSXNamespacedName extends NodeBase implements JSXName {

  private final JSXIdentifier namespace;
  private final JSXIdentifier localName;

  JSXNamespacedName(int start, int end, JSXIdentifier namespace, JSXIdentifier localName) {
    super(start, end, 0);
    this.namespace = namespace;
    this.localName = localName;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_NAMESPACED_NAME;
  }

  /** The namespace. */
  public JSXIdentifier namespace() {
    return namespace;
  }

  /** The name. */
  public JSXIdentifier localName() {
    return localName;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(namespace);
    action.accept(localName);
  }
}
