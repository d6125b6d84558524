package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A property access.
 *
 * <p>Form: {@code o.p}.
 */
public final class MemberExpression extends NodeBase implements Expression, Pattern {

  private static final int COMPUTED = 1 << 1;
  private static final int OPTIONAL = 1 << 2;

  private final Expression object;
  private final Expression property;

  MemberExpression(
      int start,
      int end,
      Expression object,
      Expression property,
      boolean computed,
      boolean optional) {
    super(start, end, (computed ? COMPUTED : 0) | (optional ? OPTIONAL : 0));
    this.object = object;
    this.property = property;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.MEMBER_EXPRESSION;
  }

  /** The object; {@link Super} is possible. */
  public Expression object() {
    return object;
  }

  /**
   * An {@link Identifier} with role {@code NAME}, a {@link PrivateIdentifier}, or any expression if
   * computed.
   */
  public Expression property() {
    return property;
  }

  /** Whether the property stands in brackets. */
  public boolean computed() {
    return flag(COMPUTED);
  }

  /** Whether the access is {@code ?.}. */
  public boolean optional() {
    return flag(OPTIONAL);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(object);
    action.accept(property);
  }
}
