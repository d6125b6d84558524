package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The default import.
 *
 * <p>Form: {@code a}.
 */
public final class ImportDefaultSpecifier extends NodeBase implements ImportBinding {

  private final Identifier local;

  ImportDefaultSpecifier(int start, int end, Identifier local) {
    super(start, end, 0);
    this.local = local;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.IMPORT_DEFAULT_SPECIFIER;
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
