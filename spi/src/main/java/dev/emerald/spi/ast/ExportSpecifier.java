package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * One exported name.
 *
 * <p>Form: {@code a as b}.
 */
public final class ExportSpecifier extends NodeBase implements Node {

  private static final int TYPE_ONLY = 1 << 1;

  private final Node local;
  private final Node exported;

  ExportSpecifier(int start, int end, Node local, Node exported, boolean typeOnly) {
    super(start, end, typeOnly ? TYPE_ONLY : 0);
    this.local = local;
    this.exported = exported;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.EXPORT_SPECIFIER;
  }

  /**
   * The name in this file or in the source module: an {@link Identifier} or a {@link
   * StringLiteral}.
   */
  public Node local() {
    return local;
  }

  /** The exported name: an {@link Identifier} or a {@link StringLiteral}. */
  public Node exported() {
    return exported;
  }

  /** Whether the specifier itself says {@code type}. */
  public boolean typeOnly() {
    return flag(TYPE_ONLY);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(local);
    action.accept(exported);
  }
}
