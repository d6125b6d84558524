package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A class expression.
 *
 * <p>Form: {@code class { }}.
 */
public final class ClassExpression extends NodeBase implements Expression, ClassLike {

  private static final int IS_ABSTRACT = 1 << 1;

  private final List<Decorator> decorators;
  private final @Nullable Identifier id;
  private final @Nullable TypeNode typeParameters;
  private final @Nullable Expression superClass;
  private final @Nullable TypeNode superTypeArguments;
  private final List<TypeNode> implementedTypes;
  private final ClassBody body;

  ClassExpression(
      int start,
      int end,
      List<Decorator> decorators,
      @Nullable Identifier id,
      @Nullable TypeNode typeParameters,
      @Nullable Expression superClass,
      @Nullable TypeNode superTypeArguments,
      List<TypeNode> implementedTypes,
      ClassBody body,
      boolean isAbstract) {
    super(start, end, isAbstract ? IS_ABSTRACT : 0);
    this.decorators = decorators;
    this.id = id;
    this.typeParameters = typeParameters;
    this.superClass = superClass;
    this.superTypeArguments = superTypeArguments;
    this.implementedTypes = implementedTypes;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.CLASS_EXPRESSION;
  }

  /** The decorators, in order. */
  @Override
  public List<Decorator> decorators() {
    return decorators;
  }

  /** The name, or null. */
  @Override
  public @Nullable Identifier id() {
    return id;
  }

  /** The type parameters with their brackets, or null. */
  public @Nullable TypeNode typeParameters() {
    return typeParameters;
  }

  /** What is extended, or null. */
  @Override
  public @Nullable Expression superClass() {
    return superClass;
  }

  /** The type arguments of what is extended, or null. */
  public @Nullable TypeNode superTypeArguments() {
    return superTypeArguments;
  }

  /** The types after {@code implements}, in order. */
  @Override
  public List<TypeNode> implementedTypes() {
    return implementedTypes;
  }

  /** The members. */
  @Override
  public ClassBody body() {
    return body;
  }

  /** Whether it is abstract. */
  public boolean isAbstract() {
    return flag(IS_ABSTRACT);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(decorators, action);
    if (id != null) {
      action.accept(id);
    }
    if (typeParameters != null) {
      action.accept(typeParameters);
    }
    if (superClass != null) {
      action.accept(superClass);
    }
    if (superTypeArguments != null) {
      action.accept(superTypeArguments);
    }
    each(implementedTypes, action);
    action.accept(body);
  }
}
