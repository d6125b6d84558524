package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A continue statement.
 *
 * <p>Form: {@code continue l;}.
 */
public final class ContinueStatement extends NodeBase implements Statement {

  private final @Nullable Identifier label;

  ContinueStatement(int start, int end, @Nullable Identifier label) {
    super(start, end, 0);
    this.label = label;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.CONTINUE_STATEMENT;
  }

  /** The label, or null. */
  public @Nullable Identifier label() {
    return label;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (label != null) {
      action.accept(label);
    }
  }
}
