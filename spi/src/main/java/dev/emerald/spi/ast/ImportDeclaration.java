package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * An import declaration.
 *
 * <p>Form: {@code import a from 'm';}.
 */
public final class ImportDeclaration extends NodeBase implements Statement, ModuleDeclaration {

  private static final int TYPE_ONLY = 1 << 1;

  private final List<ImportBinding> specifiers;
  private final StringLiteral source;
  private final List<ImportAttribute> attributes;
  private final ImportPhase phase;

  ImportDeclaration(
      int start,
      int end,
      List<ImportBinding> specifiers,
      StringLiteral source,
      List<ImportAttribute> attributes,
      ImportPhase phase,
      boolean typeOnly) {
    super(start, end, typeOnly ? TYPE_ONLY : 0);
    this.specifiers = specifiers;
    this.source = source;
    this.attributes = attributes;
    this.phase = phase;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.IMPORT_DECLARATION;
  }

  /** What is bound, in order; empty for an import for its effects. */
  public List<ImportBinding> specifiers() {
    return specifiers;
  }

  /** The module specifier. */
  public StringLiteral source() {
    return source;
  }

  /** The import attributes, in order. */
  public List<ImportAttribute> attributes() {
    return attributes;
  }

  /** Whether it is {@code import type}. */
  public boolean typeOnly() {
    return flag(TYPE_ONLY);
  }

  /** When the module is evaluated. */
  public ImportPhase phase() {
    return phase;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(specifiers, action);
    action.accept(source);
    each(attributes, action);
  }
}
