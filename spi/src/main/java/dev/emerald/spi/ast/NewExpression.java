package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A construction.
 *
 * <p>Form: {@code new F(a)}.
 */
public final class NewExpression extends NodeBase implements Expression, Invocation {

  private final Expression callee;
  private final @Nullable TypeNode typeArguments;
  private final List<Expression> arguments;

  NewExpression(
      int start,
      int end,
      Expression callee,
      @Nullable TypeNode typeArguments,
      List<Expression> arguments) {
    super(start, end, 0);
    this.callee = callee;
    this.typeArguments = typeArguments;
    this.arguments = arguments;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.NEW_EXPRESSION;
  }

  /** What is constructed. */
  @Override
  public Expression callee() {
    return callee;
  }

  /** The type arguments with their brackets, or null. */
  public @Nullable TypeNode typeArguments() {
    return typeArguments;
  }

  /** The arguments, in order; a {@link SpreadElement} is possible. */
  @Override
  public List<Expression> arguments() {
    return arguments;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(callee);
    if (typeArguments != null) {
      action.accept(typeArguments);
    }
    each(arguments, action);
  }
}
