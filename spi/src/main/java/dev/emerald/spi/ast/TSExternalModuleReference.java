package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The module of an import in the form of CommonJS.
 *
 * <p>Form: {@code require('m')}.
 */
public final class TSExternalModuleReference extends NodeBase implements Node {

  private final Expression expression;

  TSExternalModuleReference(int start, int end, Expression expression) {
    super(start, end, 0);
    this.expression = expression;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_EXTERNAL_MODULE_REFERENCE;
  }

  /** The module specifier, nearly always a {@link StringLiteral}. */
  public Expression expression() {
    return expression;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
  }
}
