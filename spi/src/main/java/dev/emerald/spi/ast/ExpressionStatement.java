package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An expression as a statement.
 *
 * <p>Form: {@code e;}.
 */
public final class ExpressionStatement extends NodeBase implements Statement {

  private final Expression expression;
  private final @Nullable String directive;

  ExpressionStatement(int start, int end, Expression expression, @Nullable String directive) {
    super(start, end, 0);
    this.expression = expression;
    this.directive = directive;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.EXPRESSION_STATEMENT;
  }

  /** The expression. */
  public Expression expression() {
    return expression;
  }

  /**
   * The raw text between the quotes when it is a directive such as {@code use strict}, else null.
   */
  public @Nullable String directive() {
    return directive;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
  }
}
