package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An arrow function.
 *
 * <p>Form: {@code a => b}.
 */
public final class ArrowFunctionExpression extends NodeBase implements Expression, FunctionLike {

  private static final int ASYNC = 1 << 1;

  private final @Nullable TypeNode typeParameters;
  private final List<Pattern> params;
  private final @Nullable TypeNode returnType;
  private final Node body;

  ArrowFunctionExpression(
      int start,
      int end,
      @Nullable TypeNode typeParameters,
      List<Pattern> params,
      @Nullable TypeNode returnType,
      Node body,
      boolean async) {
    super(start, end, async ? ASYNC : 0);
    this.typeParameters = typeParameters;
    this.params = params;
    this.returnType = returnType;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.ARROW_FUNCTION_EXPRESSION;
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

  /** A {@link BlockStatement} or an {@link Expression}. */
  @Override
  public Node body() {
    return body;
  }

  /** Whether it is async. */
  @Override
  public boolean async() {
    return flag(ASYNC);
  }

  /** Null: an arrow function has no name of its own. */
  @Override
  public @Nullable Identifier id() {
    return null;
  }

  /** False: an arrow function is no generator. */
  @Override
  public boolean generator() {
    return false;
  }

  /** Whether the body is an expression, not a block. */
  public boolean expression() {
    return !(body instanceof BlockStatement);
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    if (typeParameters != null) {
      action.accept(typeParameters);
    }
    each(params, action);
    if (returnType != null) {
      action.accept(returnType);
    }
    action.accept(body);
  }
}
