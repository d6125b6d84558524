package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * A block.
 *
 * <p>Form: {@code { … }}.
 */
public final class BlockStatement extends NodeBase implements Statement {

  private final List<Statement> body;

  BlockStatement(int start, int end, List<Statement> body) {
    super(start, end, 0);
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.BLOCK_STATEMENT;
  }

  /** The statements, in order. */
  public List<Statement> body() {
    return body;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(body, action);
  }
}
