package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * A static initialisation block.
 *
 * <p>Form: {@code static { }}.
 */
public final class StaticBlock extends NodeBase implements ClassMember {

  private final List<Statement> body;

  StaticBlock(int start, int end, List<Statement> body) {
    super(start, end, 0);
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.STATIC_BLOCK;
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
