package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * The default export.
 *
 * <p>Form: {@code export default e;}.
 */
public final class ExportDefaultDeclaration extends NodeBase
    implements Statement, ModuleDeclaration {

  private final Node declaration;

  ExportDefaultDeclaration(int start, int end, Node declaration) {
    super(start, end, 0);
    this.declaration = declaration;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.EXPORT_DEFAULT_DECLARATION;
  }

  /**
   * An {@link Expression}, a {@link FunctionDeclaration}, a {@link ClassDeclaration} or a {@link
   * TSInterfaceDeclaration}.
   */
  public Node declaration() {
    return declaration;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(declaration);
  }
}
