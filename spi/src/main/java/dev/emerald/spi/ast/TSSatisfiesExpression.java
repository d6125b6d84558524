package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A check against a type.
 *
 * <p>Form: {@code a satisfies T}.
 */
public final class TSSatisfiesExpression extends NodeBase implements Expression, Pattern {

  private final Expression expression;
  private final TypeNode typeAnnotation;

  TSSatisfiesExpression(int start, int end, Expression expression, TypeNode typeAnnotation) {
    super(start, end, 0);
    this.expression = expression;
    this.typeAnnotation = typeAnnotation;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_SATISFIES_EXPRESSION;
  }

  /** The value. */
  public Expression expression() {
    return expression;
  }

  /** The type. */
  public TypeNode typeAnnotation() {
    return typeAnnotation;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
    action.accept(typeAnnotation);
  }
}
