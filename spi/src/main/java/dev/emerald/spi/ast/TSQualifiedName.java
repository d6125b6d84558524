package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A dotted name.
 *
 * <p>Form: {@code A.B}.
 */
public final class TSQualifiedName extends NodeBase implements Node {

  private final Node left;
  private final Identifier right;

  TSQualifiedName(int start, int end, Node left, Identifier right) {
    super(start, end, 0);
    this.left = left;
    this.right = right;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_QUALIFIED_NAME;
  }

  /** An {@link Identifier} or a {@link TSQualifiedName}. */
  public Node left() {
    return left;
  }

  /** The last name. */
  public Identifier right() {
    return right;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(left);
    action.accept(right);
  }
}
