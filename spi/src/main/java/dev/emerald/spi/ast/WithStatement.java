package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A with statement.
 *
 * <p>Form: {@code with (o) s}.
 */
public final class WithStatement extends NodeBase implements Statement {

  private final Expression object;
  private final Statement body;

  WithStatement(int start, int end, Expression object, Statement body) {
    super(start, end, 0);
    this.object = object;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.WITH_STATEMENT;
  }

  /** The object whose properties become names. */
  public Expression object() {
    return object;
  }

  /** The statement they are names in. */
  public Statement body() {
    return body;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(object);
    action.accept(body);
  }
}
