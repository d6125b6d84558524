package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One name or pattern of a declaration.
 *
 * <p>Form: {@code a = 1}.
 */
public final class VariableDeclarator extends NodeBase implements Node {

  private static final int DEFINITE = 1 << 1;

  private final Pattern id;
  private final @Nullable Expression init;

  VariableDeclarator(int start, int end, Pattern id, @Nullable Expression init, boolean definite) {
    super(start, end, definite ? DEFINITE : 0);
    this.id = id;
    this.init = init;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.VARIABLE_DECLARATOR;
  }

  /** What is bound. */
  public Pattern id() {
    return id;
  }

  /** The initial value, or null. */
  public @Nullable Expression init() {
    return init;
  }

  /** Whether {@code !} asserts that it is assigned. */
  public boolean definite() {
    return flag(DEFINITE);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(id);
    if (init != null) {
      action.accept(init);
    }
  }
}
