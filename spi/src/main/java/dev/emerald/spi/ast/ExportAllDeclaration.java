package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A re-export of everything a module exports.
 *
 * <p>Form: {@code export * from 'm';}.
 */
public final class ExportAllDeclaration extends NodeBase implements Statement, ModuleDeclaration {

  private static final int TYPE_ONLY = 1 << 1;

  private final @Nullable Node exported;
  private final StringLiteral source;
  private final List<ImportAttribute> attributes;

  ExportAllDeclaration(
      int start,
      int end,
      @Nullable Node exported,
      StringLiteral source,
      List<ImportAttribute> attributes,
      boolean typeOnly) {
    super(start, end, typeOnly ? TYPE_ONLY : 0);
    this.exported = exported;
    this.source = source;
    this.attributes = attributes;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.EXPORT_ALL_DECLARATION;
  }

  /**
   * The name of the namespace, an {@link Identifier} or a {@link StringLiteral}; null where the
   * names themselves are exported.
   */
  public @Nullable Node exported() {
    return exported;
  }

  /** The module specifier. */
  public StringLiteral source() {
    return source;
  }

  /** The import attributes, in order. */
  public List<ImportAttribute> attributes() {
    return attributes;
  }

  /** Whether it is {@code export type *}. */
  public boolean typeOnly() {
    return flag(TYPE_ONLY);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (exported != null) {
      action.accept(exported);
    }
    action.accept(source);
    each(attributes, action);
  }
}
