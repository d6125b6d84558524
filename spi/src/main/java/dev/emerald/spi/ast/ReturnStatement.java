package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A return statement.
 *
 * <p>Form: {@code return e;}.
 */
public final class ReturnStatement extends NodeBase implements Statement {

  private final @Nullable Expression argument;

  ReturnStatement(int start, int end, @Nullable Expression argument) {
    super(start, end, 0);
    this.argument = argument;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.RETURN_STATEMENT;
  }

  /** What is returned, or null. */
  public @Nullable Expression argument() {
    return argument;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (argument != null) {
      action.accept(argument);
    }
  }
}
