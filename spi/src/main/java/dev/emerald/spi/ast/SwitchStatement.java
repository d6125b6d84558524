package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * A switch statement.
 *
 * <p>Form: {@code switch (d) { … }}.
 */
public final class SwitchStatement extends NodeBase implements Statement {

  private final Expression discriminant;
  private final List<SwitchCase> cases;

  SwitchStatement(int start, int end, Expression discriminant, List<SwitchCase> cases) {
    super(start, end, 0);
    this.discriminant = discriminant;
    this.cases = cases;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.SWITCH_STATEMENT;
  }

  /** The value that is compared. */
  public Expression discriminant() {
    return discriminant;
  }

  /** The cases, in order. */
  public List<SwitchCase> cases() {
    return cases;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(discriminant);
    each(cases, action);
  }
}
