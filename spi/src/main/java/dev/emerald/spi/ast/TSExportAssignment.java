package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The export in the form of CommonJS.
 *
 * <p>Form: {@code export = e}.
 */
public final class TSExportAssignment extends NodeBase implements Statement, ModuleDeclaration {

  private final Expression expression;

  TSExportAssignment(int start, int end, Expression expression) {
    super(start, end, 0);
    this.expression = expression;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_EXPORT_ASSIGNMENT;
  }

  /** What is exported. */
  public Expression expression() {
    return expression;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(expression);
  }
}
