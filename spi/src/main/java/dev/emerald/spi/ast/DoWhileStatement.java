package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A do-while loop.
 *
 * <p>Form: {@code do s while (t);}.
 */
public final class DoWhileStatement extends NodeBase implements Statement, Loop {

  private final Statement body;
  private final Expression test;

  DoWhileStatement(int start, int end, Statement body, Expression test) {
    super(start, end, 0);
    this.body = body;
    this.test = test;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.DO_WHILE_STATEMENT;
  }

  /** The body. */
  @Override
  public Statement body() {
    return body;
  }

  /** The condition. */
  public Expression test() {
    return test;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(body);
    action.accept(test);
  }
}
