package dev.emerald.spi.ast;

import java.util.function.Consumer;

/**
 * An import in the form of CommonJS, or an alias of a name.
 *
 * <p>Form: {@code import a = require('m')}.
 */
public final class TSImportEqualsDeclaration extends NodeBase
    implements Statement, ModuleDeclaration {

  private static final int TYPE_ONLY = 1 << 1;
  private static final int EXPORTED = 1 << 2;

  private final Identifier id;
  private final Node moduleReference;

  TSImportEqualsDeclaration(
      int start, int end, Identifier id, Node moduleReference, boolean typeOnly, boolean exported) {
    super(start, end, (typeOnly ? TYPE_ONLY : 0) | (exported ? EXPORTED : 0));
    this.id = id;
    this.moduleReference = moduleReference;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_IMPORT_EQUALS_DECLARATION;
  }

  /** The name in this file. */
  public Identifier id() {
    return id;
  }

  /** A {@link TSExternalModuleReference}, an {@link Identifier} or a {@link TSQualifiedName}. */
  public Node moduleReference() {
    return moduleReference;
  }

  /** Whether it is {@code import type}. */
  public boolean typeOnly() {
    return flag(TYPE_ONLY);
  }

  /** Whether {@code export} stands before it. */
  public boolean exported() {
    return flag(EXPORTED);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(id);
    action.accept(moduleReference);
  }
}
