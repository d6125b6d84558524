package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * A namespace import.
 *
 * <p>Form: {@code * as ns}.
 */
public final class ImportNamespaceSpecifier extends NodeBase implements ImportBinding {

  private final Identifier local;

  ImportNamespaceSpecifier(int start, int end, Identifier local) {
    super(start, end, 0);
    this.local = local;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.IMPORT_NAMESPACE_SPECIFIER;
  }

  /** The name in this file. */
  @Override
  public Identifier local() {
    return local;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(local);
  }
}
