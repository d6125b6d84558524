package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A debugger statement.
 *
 * <p>Form: {@code debugger;}.
 */
public final class DebuggerStatement extends NodeBase implements Statement {

  DebuggerStatement(int start, int end) {
    super(start, end, 0);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.DEBUGGER_STATEMENT;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
