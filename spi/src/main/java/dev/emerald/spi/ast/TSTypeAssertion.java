package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A type assertion in the older form.
 *
 * <p>Form: {@code <T>a}.
 */
public final class TSTypeAssertion extends NodeBase implements Expression, Pattern {

  private final TypeNode typeAnnotation;
  private final Expression expression;

  TSTypeAssertion(int start, int end, TypeNode typeAnnotation, Expression expression) {
    super(start, end, 0);
    this.typeAnnotation = typeAnnotation;
    this.expression = expression;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_TYPE_ASSERTION;
  }

  /** The type. */
  public TypeNode typeAnnotation() {
    return typeAnnotation;
  }

  /** The value. */
  public Expression expression() {
    return expression;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(typeAnnotation);
    action.accept(expression);
  }
}
