package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A named import.
 *
 * <p>Form: {@code a as b}.
 */
public final class ImportSpecifier extends NodeBase implements ImportBinding {

  private static final int TYPE_ONLY = 1 << 1;

  private final Node imported;
  private final Identifier local;

  ImportSpecifier(int start, int end, Node imported, Identifier local, boolean typeOnly) {
    super(start, end, typeOnly ? TYPE_ONLY : 0);
    this.imported = imported;
    this.local = local;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.IMPORT_SPECIFIER;
  }

  /** The exported name: an {@link Identifier} or a {@link StringLiteral}. */
  public Node imported() {
    return imported;
  }

  /** The name in this file. */
  @Override
  public Identifier local() {
    return local;
  }

  /** Whether the specifier itself says {@code type}. */
  public boolean typeOnly() {
    return flag(TYPE_ONLY);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(imported);
    action.accept(local);
  }
}
