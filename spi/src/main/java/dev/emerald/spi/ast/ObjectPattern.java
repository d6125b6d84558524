package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A destructured object.
 *
 * <p>Form: {@code { a, b: c }}.
 */
public final class ObjectPattern extends NodeBase implements Pattern {

  private final List<PatternMember> properties;
  private final @Nullable BindingAnnotation annotation;

  ObjectPattern(
      int start, int end, List<PatternMember> properties, @Nullable BindingAnnotation annotation) {
    super(start, end, 0);
    this.properties = properties;
    this.annotation = annotation;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.OBJECT_PATTERN;
  }

  /**
   * The members, in order: {@link Property} with a pattern as value, or {@link RestElement} at the
   * end.
   */
  public List<PatternMember> properties() {
    return properties;
  }

  /** The declared type, or null. */
  public @Nullable TypeNode typeAnnotation() {
    return annotation == null ? null : annotation.typeAnnotation();
  }

  /** The decorators of a parameter, in order. */
  public List<Decorator> decorators() {
    return annotation == null ? List.of() : annotation.decorators();
  }

  /** Whether a {@code ?} makes a parameter optional. */
  public boolean optional() {
    return annotation != null && annotation.optional();
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(decorators(), action);
    each(properties, action);
    TypeNode type = typeAnnotation();
    if (type != null) {
      action.accept(type);
    }
  }
}
