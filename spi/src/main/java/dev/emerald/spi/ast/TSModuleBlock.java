package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * The members of a namespace.
 *
 * <p>Form: {@code { … }}.
 */
public final class TSModuleBlock extends NodeBase implements Node {

  private final List<Statement> body;

  TSModuleBlock(int start, int end, List<Statement> body) {
    super(start, end, 0);
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_MODULE_BLOCK;
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
