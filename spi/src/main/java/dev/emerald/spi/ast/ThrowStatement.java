package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A throw statement.
 *
 * <p>Form: {@code throw e;}.
 */
public final class ThrowStatement extends NodeBase implements Statement {

  private final Expression argument;

  ThrowStatement(int start, int end, Expression argument) {
    super(start, end, 0);
    this.argument = argument;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.THROW_STATEMENT;
  }

  /** What is thrown. */
  public Expression argument() {
    return argument;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(argument);
  }
}
