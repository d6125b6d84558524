package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A dotted name of a tag.
 *
 * <p>Form: {@code a.b}.
 */
public final class JSXMemberExpression extends NodeBase implements JSXName {

  private final JSXName object;
  private final JSXIdentifier property;

  JSXMemberExpression(int start, int end, JSXName object, JSXIdentifier property) {
    super(start, end, 0);
    this.object = object;
    this.property = property;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.JSX_MEMBER_EXPRESSION;
  }

  /** The left part. */
  public JSXName object() {
    return object;
  }

  /** The last name. */
  public JSXIdentifier property() {
    return property;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(object);
    action.accept(property);
  }
}
