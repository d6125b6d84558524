package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A for-in loop.
 *
 * <p>Form: {@code for (l in r) s}.
 */
public final class ForInStatement extends NodeBase implements Statement, Loop {

  private final Node left;
  private final Expression right;
  private final Statement body;

  ForInStatement(int start, int end, Node left, Expression right, Statement body) {
    super(start, end, 0);
    this.left = left;
    this.right = right;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.FOR_IN_STATEMENT;
  }

  /** A {@link VariableDeclaration} or a {@link Pattern}. */
  public Node left() {
    return left;
  }

  /** The object whose keys are taken. */
  public Expression right() {
    return right;
  }

  /** The body. */
  @Override
  public Statement body() {
    return body;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(left);
    action.accept(right);
    action.accept(body);
  }
}
