package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A pattern with a default.
 *
 * <p>Form: {@code a = 1}.
 */
public final class AssignmentPattern extends NodeBase implements Pattern {

  private final Pattern left;
  private final Expression right;

  AssignmentPattern(int start, int end, Pattern left, Expression right) {
    super(start, end, 0);
    this.left = left;
    this.right = right;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.ASSIGNMENT_PATTERN;
  }

  /** What is bound. */
  public Pattern left() {
    return left;
  }

  /** The default. */
  public Expression right() {
    return right;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(left);
    action.accept(right);
  }
}
