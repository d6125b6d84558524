package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A member of an enumeration.
 *
 * <p>Form: {@code A = 1}.
 */
public final class TSEnumMember extends NodeBase implements Node {

  private static final int COMPUTED = 1 << 1;

  private final Expression id;
  private final @Nullable Expression initializer;

  TSEnumMember(
      int start, int end, Expression id, @Nullable Expression initializer, boolean computed) {
    super(start, end, computed ? COMPUTED : 0);
    this.id = id;
    this.initializer = initializer;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_ENUM_MEMBER;
  }

  /**
   * The name: an {@link Identifier} with role {@code NAME} or a {@link StringLiteral}, or any
   * expression if computed.
   */
  public Expression id() {
    return id;
  }

  /** The value, or null. */
  public @Nullable Expression initializer() {
    return initializer;
  }

  /** Whether the name stands in brackets. */
  public boolean computed() {
    return flag(COMPUTED);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(id);
    if (initializer != null) {
      action.accept(initializer);
    }
  }
}
