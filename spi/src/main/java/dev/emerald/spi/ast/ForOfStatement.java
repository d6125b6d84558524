package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A for-of loop.
 *
 * <p>Form: {@code for (l of r) s}.
 */
public final class ForOfStatement extends NodeBase implements Statement, Loop {

  private static final int AWAIT = 1 << 1;

  private final Node left;
  private final Expression right;
  private final Statement body;

  ForOfStatement(int start, int end, Node left, Expression right, Statement body, boolean await) {
    super(start, end, await ? AWAIT : 0);
    this.left = left;
    this.right = right;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.FOR_OF_STATEMENT;
  }

  /** A {@link VariableDeclaration} or a {@link Pattern}. */
  public Node left() {
    return left;
  }

  /** The iterable. */
  public Expression right() {
    return right;
  }

  /** The body. */
  @Override
  public Statement body() {
    return body;
  }

  /** Whether it is {@code for await}. */
  public boolean await() {
    return flag(AWAIT);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(left);
    action.accept(right);
    action.accept(body);
  }
}
