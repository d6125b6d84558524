package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A namespace, or an ambient module.
 *
 * <p>Form: {@code namespace N { }}.
 */
public final class TSModuleDeclaration extends NodeBase implements Statement {

  private static final int DECLARE = 1 << 1;

  private final Node id;
  private final @Nullable TSModuleBlock body;
  private final ModuleKeyword moduleKind;

  TSModuleDeclaration(
      int start,
      int end,
      Node id,
      @Nullable TSModuleBlock body,
      ModuleKeyword moduleKind,
      boolean declare) {
    super(start, end, declare ? DECLARE : 0);
    this.id = id;
    this.body = body;
    this.moduleKind = moduleKind;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_MODULE_DECLARATION;
  }

  /**
   * An {@link Identifier}, a {@link TSQualifiedName}, or a {@link StringLiteral} for an ambient
   * module.
   */
  public Node id() {
    return id;
  }

  /** The members, or null for a shorthand ambient module. */
  public @Nullable TSModuleBlock body() {
    return body;
  }

  /** The keyword. */
  public ModuleKeyword moduleKind() {
    return moduleKind;
  }

  /** Whether it is ambient ({@code declare}). */
  public boolean declare() {
    return flag(DECLARE);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(id);
    if (body != null) {
      action.accept(body);
    }
  }
}
