package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One case of a switch.
 *
 * <p>Form: {@code case t: …}.
 */
public final class SwitchCase extends NodeBase implements Node {

  private final @Nullable Expression test;
  private final List<Statement> consequent;

  SwitchCase(int start, int end, @Nullable Expression test, List<Statement> consequent) {
    super(start, end, 0);
    this.test = test;
    this.consequent = consequent;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.SWITCH_CASE;
  }

  /** The value compared with, or null for {@code default}. */
  public @Nullable Expression test() {
    return test;
  }

  /** The statements, in order. */
  public List<Statement> consequent() {
    return consequent;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (test != null) {
      action.accept(test);
    }
    each(consequent, action);
  }
}
