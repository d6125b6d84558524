package dev.emerald.spi.ast;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A name for a type.
 *
 * <p>Form: {@code type A = T}.
 */
public final class TSTypeAliasDeclaration extends NodeBase implements Statement {

  private static final int DECLARE = 1 << 1;

  private final Identifier id;
  private final @Nullable TypeNode typeParameters;
  private final TypeNode typeAnnotation;

  TSTypeAliasDeclaration(
      int start,
      int end,
      Identifier id,
      @Nullable TypeNode typeParameters,
      TypeNode typeAnnotation,
      boolean declare) {
    super(start, end, declare ? DECLARE : 0);
    this.id = id;
    this.typeParameters = typeParameters;
    this.typeAnnotation = typeAnnotation;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_TYPE_ALIAS_DECLARATION;
  }

  /** The name. */
  public Identifier id() {
    return id;
  }

  /** The type parameters with their brackets, or null. */
  public @Nullable TypeNode typeParameters() {
    return typeParameters;
  }

  /** The type. */
  public TypeNode typeAnnotation() {
    return typeAnnotation;
  }

  /** Whether it is ambient ({@code declare}). */
  public boolean declare() {
    return flag(DECLARE);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    action.accept(id);
    if (typeParameters != null) {
      action.accept(typeParameters);
    }
    action.accept(typeAnnotation);
  }
}
