package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tag with a template.
 *
 * <p>Form: {@code t`a`}.
 */
public final class TaggedTemplateExpression extends NodeBase implements Expression {

  private final Expression tag;
  private final @Nullable TypeNode typeArguments;
  private final TemplateLiteral quasi;

  TaggedTemplateExpression(
      int start, int end, Expression tag, @Nullable TypeNode typeArguments, TemplateLiteral quasi) {
    super(start, end, 0);
    this.tag = tag;
    this.typeArguments = typeArguments;
    this.quasi = quasi;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TAGGED_TEMPLATE_EXPRESSION;
  }

  /** What is called. */
  public Expression tag() {
    return tag;
  }

  /** The type arguments with their brackets, or null. */
  public @Nullable TypeNode typeArguments() {
    return typeArguments;
  }

  /** The template. */
  public TemplateLiteral quasi() {
    return quasi;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(tag);
    if (typeArguments != null) {
      action.accept(typeArguments);
    }
    action.accept(quasi);
  }
}
