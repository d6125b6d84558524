package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The catch clause of a try statement.
 *
 * <p>Form: {@code catch (e) { … }}.
 */
public final class CatchClause extends NodeBase implements Node {

  private final @Nullable Pattern param;
  private final BlockStatement body;

  CatchClause(int start, int end, @Nullable Pattern param, BlockStatement body) {
    super(start, end, 0);
    this.param = param;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.CATCH_CLAUSE;
  }

  /** The binding of the caught value, or null. */
  public @Nullable Pattern param() {
    return param;
  }

  /** The block. */
  public BlockStatement body() {
    return body;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (param != null) {
      action.accept(param);
    }
    action.accept(body);
  }
}
