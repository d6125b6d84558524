package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A field with generated accessors.
 *
 * <p>Form: {@code accessor a = 1}.
 */
public final class AccessorProperty extends NodeBase implements ClassMember {

  private static final int IS_STATIC = 1 << 1;
  private static final int COMPUTED = 1 << 2;
  private static final int IS_ABSTRACT = 1 << 3;
  private static final int OVERRIDE = 1 << 4;
  private static final int DEFINITE = 1 << 5;
  private static final int READONLY = 1 << 6;
  private static final int DECLARE = 1 << 7;

  private final List<Decorator> decorators;
  private final Expression key;
  private final @Nullable TypeNode typeAnnotation;
  private final @Nullable Expression value;
  private final @Nullable Accessibility accessibility;

  AccessorProperty(
      int start,
      int end,
      List<Decorator> decorators,
      Expression key,
      @Nullable TypeNode typeAnnotation,
      @Nullable Expression value,
      @Nullable Accessibility accessibility,
      boolean isStatic,
      boolean computed,
      boolean isAbstract,
      boolean override,
      boolean definite,
      boolean readonly,
      boolean declare) {
    super(
        start,
        end,
        (isStatic ? IS_STATIC : 0)
            | (computed ? COMPUTED : 0)
            | (isAbstract ? IS_ABSTRACT : 0)
            | (override ? OVERRIDE : 0)
            | (definite ? DEFINITE : 0)
            | (readonly ? READONLY : 0)
            | (declare ? DECLARE : 0));
    this.decorators = decorators;
    this.key = key;
    this.typeAnnotation = typeAnnotation;
    this.value = value;
    this.accessibility = accessibility;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.ACCESSOR_PROPERTY;
  }

  /** The decorators, in order. */
  public List<Decorator> decorators() {
    return decorators;
  }

  /**
   * The name: an {@link Identifier} with role {@code NAME}, a {@link PrivateIdentifier}, a literal,
   * or any expression if computed.
   */
  public Expression key() {
    return key;
  }

  /** The declared type, or null. */
  public @Nullable TypeNode typeAnnotation() {
    return typeAnnotation;
  }

  /** The initial value, or null. */
  public @Nullable Expression value() {
    return value;
  }

  /** The TypeScript modifier, or null. */
  public @Nullable Accessibility accessibility() {
    return accessibility;
  }

  /** Whether it is static. */
  public boolean isStatic() {
    return flag(IS_STATIC);
  }

  /** Whether the name stands in brackets. */
  public boolean computed() {
    return flag(COMPUTED);
  }

  /** Whether it is abstract. */
  public boolean isAbstract() {
    return flag(IS_ABSTRACT);
  }

  /** Whether it says {@code override}. */
  public boolean override() {
    return flag(OVERRIDE);
  }

  /** Whether its name ends in {@code !}. */
  public boolean definite() {
    return flag(DEFINITE);
  }

  /** Whether it is read-only. */
  public boolean readonly() {
    return flag(READONLY);
  }

  /** Whether it says {@code declare}. */
  public boolean declare() {
    return flag(DECLARE);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(decorators, action);
    action.accept(key);
    if (typeAnnotation != null) {
      action.accept(typeAnnotation);
    }
    if (value != null) {
      action.accept(value);
    }
  }
}
