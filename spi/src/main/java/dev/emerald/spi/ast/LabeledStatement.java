package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A statement with a label.
 *
 * <p>Form: {@code l: s}.
 */
public final class LabeledStatement extends NodeBase implements Statement {

  private final Identifier label;
  private final Statement body;

  LabeledStatement(int start, int end, Identifier label, Statement body) {
    super(start, end, 0);
    this.label = label;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.LABELED_STATEMENT;
  }

  /** The label. */
  public Identifier label() {
    return label;
  }

  /** The labelled statement. */
  public Statement body() {
    return body;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(label);
    action.accept(body);
  }
}
