package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A function expression, or the function of a method. One without a body is an overload or an
 * abstract method of TypeScript.
 *
 * <p>Form: {@code function () { }}.
 */
public final class FunctionExpression extends NodeBase implements Expression, FunctionLike {

  private static final int ASYNC = 1 << 1;
  private static final int GENERATOR = 1 << 2;

  private final @Nullable Identifier id;
  private final @Nullable TypeNode typeParameters;
  private final List<Pattern> params;
  private final @Nullable TypeNode returnType;
  private final @Nullable BlockStatement body;

  FunctionExpression(
      int start,
      int end,
      @Nullable Identifier id,
      @Nullable TypeNode typeParameters,
      List<Pattern> params,
      @Nullable TypeNode returnType,
      @Nullable BlockStatement body,
      boolean async,
      boolean generator) {
    super(start, end, (async ? ASYNC : 0) | (generator ? GENERATOR : 0));
    this.id = id;
    this.typeParameters = typeParameters;
    this.params = params;
    this.returnType = returnType;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.FUNCTION_EXPRESSION;
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

  /** The parameters, in order. */
  @Override
  public List<Pattern> params() {
    return params;
  }

  /** The declared type of the result, or null. */
  @Override
  public @Nullable TypeNode returnType() {
    return returnType;
  }

  /** The body; null for an overload or an abstract method. */
  @Override
  public @Nullable BlockStatement body() {
    return body;
  }

  /** Whether it is async. */
  @Override
  public boolean async() {
    return flag(ASYNC);
  }

  /** Whether it is a generator. */
  @Override
  public boolean generator() {
    return flag(GENERATOR);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (id != null) {
      action.accept(id);
    }
    if (typeParameters != null) {
      action.accept(typeParameters);
    }
    each(params, action);
    if (returnType != null) {
      action.accept(returnType);
    }
    if (body != null) {
      action.accept(body);
    }
  }
}
