package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A method, accessor or constructor.
 *
 * <p>Form: {@code m() { }}.
 */
public final class MethodDefinition extends NodeBase implements ClassMember {

  private static final int IS_STATIC = 1 << 1;
  private static final int COMPUTED = 1 << 2;
  private static final int IS_ABSTRACT = 1 << 3;
  private static final int OVERRIDE = 1 << 4;
  private static final int OPTIONAL = 1 << 5;

  private final List<Decorator> decorators;
  private final Expression key;
  private final FunctionExpression value;
  private final MethodKind methodKind;
  private final @Nullable Accessibility accessibility;

  MethodDefinition(
      int start,
      int end,
      List<Decorator> decorators,
      Expression key,
      FunctionExpression value,
      MethodKind methodKind,
      @Nullable Accessibility accessibility,
      boolean isStatic,
      boolean computed,
      boolean isAbstract,
      boolean override,
      boolean optional) {
    super(
        start,
        end,
        (isStatic ? IS_STATIC : 0)
            | (computed ? COMPUTED : 0)
            | (isAbstract ? IS_ABSTRACT : 0)
            | (override ? OVERRIDE : 0)
            | (optional ? OPTIONAL : 0));
    this.decorators = decorators;
    this.key = key;
    this.value = value;
    this.methodKind = methodKind;
    this.accessibility = accessibility;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.METHOD_DEFINITION;
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

  /** The function; without a body for an overload or an abstract method. */
  public FunctionExpression value() {
    return value;
  }

  /** Which of them it is. */
  public MethodKind methodKind() {
    return methodKind;
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

  /** Whether its name ends in {@code ?}. */
  public boolean optional() {
    return flag(OPTIONAL);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(decorators, action);
    action.accept(key);
    action.accept(value);
  }
}
