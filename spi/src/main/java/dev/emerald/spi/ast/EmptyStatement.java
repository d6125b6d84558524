package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A lone semicolon.
 *
 * <p>Form: {@code ;}.
 */
public final class EmptyStatement extends NodeBase implements Statement {

  EmptyStatement(int start, int end) {
    super(start, end, 0);
  }

  @Override
  public NodeKind kind() {
    return NodeKind.EMPTY_STATEMENT;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {}
}
