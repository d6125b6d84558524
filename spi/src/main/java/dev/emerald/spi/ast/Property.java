package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A property of an object or of an object pattern.
 *
 * <p>Form: {@code a: 1}.
 */
public final class Property extends NodeBase implements ObjectMember, PatternMember {

  private static final int COMPUTED = 1 << 1;
  private static final int METHOD = 1 << 2;
  private static final int SHORTHAND = 1 << 3;

  private final Expression key;
  private final Node value;
  private final PropertyKind propertyKind;

  Property(
      int start,
      int end,
      Expression key,
      Node value,
      PropertyKind propertyKind,
      boolean computed,
      boolean method,
      boolean shorthand) {
    super(
        start,
        end,
        (computed ? COMPUTED : 0) | (method ? METHOD : 0) | (shorthand ? SHORTHAND : 0));
    this.key = key;
    this.value = value;
    this.propertyKind = propertyKind;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.PROPERTY;
  }

  /**
   * The key: an {@link Identifier} with role {@code NAME}, a literal, or any expression if
   * computed.
   */
  public Expression key() {
    return key;
  }

  /** An {@link Expression}, or a {@link Pattern} in an object pattern. */
  public Node value() {
    return value;
  }

  /** Whether it is a value or an accessor. */
  public PropertyKind propertyKind() {
    return propertyKind;
  }

  /** Whether the key stands in brackets. */
  public boolean computed() {
    return flag(COMPUTED);
  }

  /** Whether it is written as a method. */
  public boolean method() {
    return flag(METHOD);
  }

  /** Whether key and value are written once. */
  public boolean shorthand() {
    return flag(SHORTHAND);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(key);
    action.accept(value);
  }
}
