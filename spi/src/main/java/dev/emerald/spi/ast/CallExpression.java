package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call.
 *
 * <p>Form: {@code f(a)}.
 */
public final class CallExpression extends NodeBase implements Expression, Invocation {

  private static final int OPTIONAL = 1 << 1;

  private final Expression callee;
  private final @Nullable TypeNode typeArguments;
  private final List<Expression> arguments;

  CallExpression(
      int start,
      int end,
      Expression callee,
      @Nullable TypeNode typeArguments,
      List<Expression> arguments,
      boolean optional) {
    super(start, end, optional ? OPTIONAL : 0);
    this.callee = callee;
    this.typeArguments = typeArguments;
    this.arguments = arguments;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.CALL_EXPRESSION;
  }

  /** What is called; {@link Super} is possible. */
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

  /** Whether the call is {@code ?.()}. */
  public boolean optional() {
    return flag(OPTIONAL);
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
