package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A yield.
 *
 * <p>Form: {@code yield a}.
 */
public final class YieldExpression extends NodeBase implements Expression {

  private static final int DELEGATE = 1 << 1;

  private final @Nullable Expression argument;

  YieldExpression(int start, int end, @Nullable Expression argument, boolean delegate) {
    super(start, end, delegate ? DELEGATE : 0);
    this.argument = argument;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.YIELD_EXPRESSION;
  }

  /** The value, or null. */
  public @Nullable Expression argument() {
    return argument;
  }

  /** Whether it is {@code yield*}. */
  public boolean delegate() {
    return flag(DELEGATE);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (argument != null) {
      action.accept(argument);
    }
  }
}
