package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A for loop.
 *
 * <p>Form: {@code for (i; t; u) s}.
 */
public final class ForStatement extends NodeBase implements Statement, Loop {

  private final @Nullable Node init;
  private final @Nullable Expression test;
  private final @Nullable Expression update;
  private final Statement body;

  ForStatement(
      int start,
      int end,
      @Nullable Node init,
      @Nullable Expression test,
      @Nullable Expression update,
      Statement body) {
    super(start, end, 0);
    this.init = init;
    this.test = test;
    this.update = update;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.FOR_STATEMENT;
  }

  /** A {@link VariableDeclaration} or an {@link Expression}, or null. */
  public @Nullable Node init() {
    return init;
  }

  /** The condition, or null. */
  public @Nullable Expression test() {
    return test;
  }

  /** What runs after each turn, or null. */
  public @Nullable Expression update() {
    return update;
  }

  /** The body. */
  @Override
  public Statement body() {
    return body;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (init != null) {
      action.accept(init);
    }
    if (test != null) {
      action.accept(test);
    }
    if (update != null) {
      action.accept(update);
    }
    action.accept(body);
  }
}
