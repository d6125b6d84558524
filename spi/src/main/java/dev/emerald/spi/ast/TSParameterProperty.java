package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A constructor parameter that is a field as well.
 *
 * <p>Form: {@code private a: T}.
 */
public final class TSParameterProperty extends NodeBase implements Pattern {

  private static final int READONLY = 1 << 1;
  private static final int OVERRIDE = 1 << 2;

  private final List<Decorator> decorators;
  private final Pattern parameter;
  private final @Nullable Accessibility accessibility;

  TSParameterProperty(
      int start,
      int end,
      List<Decorator> decorators,
      Pattern parameter,
      @Nullable Accessibility accessibility,
      boolean readonly,
      boolean override) {
    super(start, end, (readonly ? READONLY : 0) | (override ? OVERRIDE : 0));
    this.decorators = decorators;
    this.parameter = parameter;
    this.accessibility = accessibility;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_PARAMETER_PROPERTY;
  }

  /** The decorators, in order. */
  public List<Decorator> decorators() {
    return decorators;
  }

  /** The parameter: an {@link Identifier} or an {@link AssignmentPattern}. */
  public Pattern parameter() {
    return parameter;
  }

  /** The modifier, or null. */
  public @Nullable Accessibility accessibility() {
    return accessibility;
  }

  /** Whether it is read-only. */
  public boolean readonly() {
    return flag(READONLY);
  }

  /** Whether it says {@code override}. */
  public boolean override() {
    return flag(OVERRIDE);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(decorators, action);
    action.accept(parameter);
  }
}
