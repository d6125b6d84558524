package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * An object.
 *
 * <p>Form: {@code { a: 1 }}.
 */
public final class ObjectExpression extends NodeBase implements Expression {

  private final List<ObjectMember> properties;

  ObjectExpression(int start, int end, List<ObjectMember> properties) {
    super(start, end, 0);
    this.properties = properties;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.OBJECT_EXPRESSION;
  }

  /** The members, in order. */
  public List<ObjectMember> properties() {
    return properties;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(properties, action);
  }
}
