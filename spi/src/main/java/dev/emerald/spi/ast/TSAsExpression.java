package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A type assertion.
 *
 * <p>Form: {@code a as T}.
 */
public final class TSAsExpression extends NodeBase implements Expression, Pattern {

  private final Expression expression;
  private final TypeNode typeAnnotation;

  TSAsExpression(int start, int end, Expression expression, TypeNode typeAnnotation) {
    super(start, end, 0);
    this.expression = expression;
    this.typeAnnotation = typeAnnotation;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_AS_EXPRESSION;
  }

  /** The value. */
  public Expression expression() {
    return expression;
  }

  /** The type; {@code const} is possible. */
  public TypeNode typeAnnotation() {
    return typeAnnotation;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
    action.accept(typeAnnotation);
  }
}
