package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a destructuring or of parameters.
 *
 * <p>Form: {@code ...a}.
 */
public final class RestElement extends NodeBase implements Pattern, PatternMember {

  private final Pattern argument;
  private final @Nullable BindingAnnotation annotation;

  RestElement(int start, int end, Pattern argument, @Nullable BindingAnnotation annotation) {
    super(start, end, 0);
    this.argument = argument;
    this.annotation = annotation;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.REST_ELEMENT;
  }

  /** What is bound. */
  public Pattern argument() {
    return argument;
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
    action.accept(argument);
    TypeNode type = typeAnnotation();
    if (type != null) {
      action.accept(type);
    }
  }
}
