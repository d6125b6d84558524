package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The global name of a library.
 *
 * <p>Form: {@code export as namespace N}.
 */
public final class TSNamespaceExportDeclaration extends NodeBase
    implements Statement, ModuleDeclaration {

  private final Identifier id;

  TSNamespaceExportDeclaration(int start, int end, Identifier id) {
    super(start, end, 0);
    this.id = id;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_NAMESPACE_EXPORT_DECLARATION;
  }

  /** The name. */
  public Identifier id() {
    return id;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(id);
  }
}
