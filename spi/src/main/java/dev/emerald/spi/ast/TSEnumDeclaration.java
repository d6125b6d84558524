package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * An enumeration.
 *
 * <p>Form: {@code enum E { }}.
 */
public final class TSEnumDeclaration extends NodeBase implements Statement {

  private static final int IS_CONST = 1 << 1;
  private static final int DECLARE = 1 << 2;

  private final Identifier id;
  private final List<TSEnumMember> members;

  TSEnumDeclaration(
      int start,
      int end,
      Identifier id,
      List<TSEnumMember> members,
      boolean isConst,
      boolean declare) {
    super(start, end, (isConst ? IS_CONST : 0) | (declare ? DECLARE : 0));
    this.id = id;
    this.members = members;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_ENUM_DECLARATION;
  }

  /** The name. */
  public Identifier id() {
    return id;
  }

  /** The members, in order. */
  public List<TSEnumMember> members() {
    return members;
  }

  /** Whether it is {@code const enum}. */
  public boolean isConst() {
    return flag(IS_CONST);
  }

  /** Whether it is ambient ({@code declare}). */
  public boolean declare() {
    return flag(DECLARE);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(id);
    each(members, action);
  }
}
