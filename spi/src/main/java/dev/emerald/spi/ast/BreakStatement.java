package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A break statement.
 *
 * <p>Form: {@code break l;}.
 */
public final class BreakStatement extends NodeBase implements Statement {

  private final @Nullable Identifier label;

  BreakStatement(int start, int end, @Nullable Identifier label) {
    super(start, end, 0);
    this.label = label;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.BREAK_STATEMENT;
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
