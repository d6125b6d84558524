package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An interface.
 *
 * <p>Form: {@code interface I { }}.
 */
public final class TSInterfaceDeclaration extends NodeBase implements Statement {

  private static final int DECLARE = 1 << 1;

  private final Identifier id;
  private final @Nullable TypeNode typeParameters;
  private final List<TypeNode> extendedTypes;
  private final TypeNode body;

  TSInterfaceDeclaration(
      int start,
      int end,
      Identifier id,
      @Nullable TypeNode typeParameters,
      List<TypeNode> extendedTypes,
      TypeNode body,
      boolean declare) {
    super(start, end, declare ? DECLARE : 0);
    this.id = id;
    this.typeParameters = typeParameters;
    this.extendedTypes = extendedTypes;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TS_INTERFACE_DECLARATION;
  }

  /** The name. */
  public Identifier id() {
    return id;
  }

  /** The type parameters with their brackets, or null. */
  public @Nullable TypeNode typeParameters() {
    return typeParameters;
  }

  /** The types after {@code extends}, in order. */
  public List<TypeNode> extendedTypes() {
    return extendedTypes;
  }

  /** The members. */
  public TypeNode body() {
    return body;
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
    each(extendedTypes, action);
    action.accept(body);
  }
}
