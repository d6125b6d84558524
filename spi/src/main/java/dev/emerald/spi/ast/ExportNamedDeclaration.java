package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An export of names or of a declaration.
 *
 * <p>Form: {@code export { a };}.
 */
public final class ExportNamedDeclaration extends NodeBase implements Statement, ModuleDeclaration {

  private static final int TYPE_ONLY = 1 << 1;

  private final @Nullable Statement declaration;
  private final List<ExportSpecifier> specifiers;
  private final @Nullable StringLiteral source;
  private final List<ImportAttribute> attributes;

  ExportNamedDeclaration(
      int start,
      int end,
      @Nullable Statement declaration,
      List<ExportSpecifier> specifiers,
      @Nullable StringLiteral source,
      List<ImportAttribute> attributes,
      boolean typeOnly) {
    super(start, end, typeOnly ? TYPE_ONLY : 0);
    this.declaration = declaration;
    this.specifiers = specifiers;
    this.source = source;
    this.attributes = attributes;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.EXPORT_NAMED_DECLARATION;
  }

  /** The exported declaration, or null. */
  public @Nullable Statement declaration() {
    return declaration;
  }

  /** The exported names, in order. */
  public List<ExportSpecifier> specifiers() {
    return specifiers;
  }

  /** The module they come from, or null. */
  public @Nullable StringLiteral source() {
    return source;
  }

  /** The import attributes, in order. */
  public List<ImportAttribute> attributes() {
    return attributes;
  }

  /** Whether it is {@code export type}. */
  public boolean typeOnly() {
    return flag(TYPE_ONLY);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (declaration != null) {
      action.accept(declaration);
    }
    each(specifiers, action);
    if (source != null) {
      action.accept(source);
    }
    each(attributes, action);
  }
}
