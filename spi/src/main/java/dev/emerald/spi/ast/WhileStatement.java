package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A while loop.
 *
 * <p>Form: {@code while (t) s}.
 */
public final class WhileStatement extends NodeBase implements Statement, Loop {

  private final Expression test;
  private final Statement body;

  WhileStatement(int start, int end, Expression test, Statement body) {
    super(start, end, 0);
    this.test = test;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.WHILE_STATEMENT;
  }

  /** The condition. */
  public Expression test() {
    return test;
  }

  /** The body. */
  @Override
  public Statement body() {
    return body;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(test);
    action.accept(body);
  }
}
