package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A try statement.
 *
 * <p>Form: {@code try { } catch { } finally { }}.
 */
public final class TryStatement extends NodeBase implements Statement {

  private final BlockStatement block;
  private final @Nullable CatchClause handler;
  private final @Nullable BlockStatement finalizer;

  TryStatement(
      int start,
      int end,
      BlockStatement block,
      @Nullable CatchClause handler,
      @Nullable BlockStatement finalizer) {
    super(start, end, 0);
    this.block = block;
    this.handler = handler;
    this.finalizer = finalizer;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TRY_STATEMENT;
  }

  /** The guarded block. */
  public BlockStatement block() {
    return block;
  }

  /** The catch clause, or null. */
  public @Nullable CatchClause handler() {
    return handler;
  }

  /** The finally block, or null. */
  public @Nullable BlockStatement finalizer() {
    return finalizer;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(block);
    if (handler != null) {
      action.accept(handler);
    }
    if (finalizer != null) {
      action.accept(finalizer);
    }
  }
}
