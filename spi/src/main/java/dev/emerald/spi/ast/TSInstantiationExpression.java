package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A generic function with its type arguments.
 *
 * <p>Form: {@code f<T>}.
 */
public final class TSInstantiationExpression extends NodeBase implements Expression {

  private final Expression expression;
  private final TypeNode typeArguments;

  TSInstantiationExpression(int start, int end, Expression expression, TypeNode typeArguments) {
    super(start, end, 0);
    this.expression = expression;
    this.typeArguments = typeArguments;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_INSTANTIATION_EXPRESSION;
  }

  /** The function. */
  public Expression expression() {
    return expression;
  }

  /** The type arguments with their brackets. */
  public TypeNode typeArguments() {
    return typeArguments;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
    action.accept(typeArguments);
  }
}
