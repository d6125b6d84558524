package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A destructured array.
 *
 * <p>Form: {@code [a, b]}.
 */
public final class ArrayPattern extends NodeBase implements Pattern {

  private final List<@Nullable Pattern> elements;
  private final @Nullable BindingAnnotation annotation;

  ArrayPattern(
      int start,
      int end,
      List<@Nullable Pattern> elements,
      @Nullable BindingAnnotation annotation) {
    super(start, end, 0);
    this.elements = elements;
    this.annotation = annotation;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.ARRAY_PATTERN;
  }

  /** The elements, in order; null for a hole. */
  public List<@Nullable Pattern> elements() {
    return elements;
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
    each(elements, action);
    TypeNode type = typeAnnotation();
    if (type != null) {
      action.accept(type);
    }
  }
}
