package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A conditional.
 *
 * <p>Form: {@code t ? c : a}.
 */
public final class ConditionalExpression extends NodeBase implements Expression {

  private final Expression test;
  private final Expression consequent;
  private final Expression alternate;

  ConditionalExpression(
      int start, int end, Expression test, Expression consequent, Expression alternate) {
    super(start, end, 0);
    this.test = test;
    this.consequent = consequent;
    this.alternate = alternate;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.CONDITIONAL_EXPRESSION;
  }

  /** The condition. */
  public Expression test() {
    return test;
  }

  /** The value if it is truthy. */
  public Expression consequent() {
    return consequent;
  }

  /** The value otherwise. */
  public Expression alternate() {
    return alternate;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(test);
    action.accept(consequent);
    action.accept(alternate);
  }
}
