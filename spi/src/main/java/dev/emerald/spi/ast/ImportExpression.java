package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A dynamic import.
 *
 * <p>Form: {@code import('m')}.
 */
public final class ImportExpression extends NodeBase implements Expression {

  private final Expression source;
  private final @Nullable Expression options;
  private final ImportPhase phase;

  ImportExpression(
      int start, int end, Expression source, @Nullable Expression options, ImportPhase phase) {
    super(start, end, 0);
    this.source = source;
    this.options = options;
    this.phase = phase;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.IMPORT_EXPRESSION;
  }

  /** The module specifier. */
  public Expression source() {
    return source;
  }

  /** The second argument, or null. */
  public @Nullable Expression options() {
    return options;
  }

  /** When the module is evaluated. */
  public ImportPhase phase() {
    return phase;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(source);
    if (options != null) {
      action.accept(options);
    }
  }
}
