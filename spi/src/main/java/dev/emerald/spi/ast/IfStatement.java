package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An if statement.
 *
 * <p>Form: {@code if (t) c else a}.
 */
public final class IfStatement extends NodeBase implements Statement {

  private final Expression test;
  private final Statement consequent;
  private final @Nullable Statement alternate;

  IfStatement(
      int start, int end, Expression test, Statement consequent, @Nullable Statement alternate) {
    super(start, end, 0);
    this.test = test;
    this.consequent = consequent;
    this.alternate = alternate;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.IF_STATEMENT;
  }

  /** The condition. */
  public Expression test() {
    return test;
  }

  /** What runs if it is truthy. */
  public Statement consequent() {
    return consequent;
  }

  /** What runs otherwise, or null. */
  public @Nullable Statement alternate() {
    return alternate;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(test);
    action.accept(consequent);
    if (alternate != null) {
      action.accept(alternate);
    }
  }
}
