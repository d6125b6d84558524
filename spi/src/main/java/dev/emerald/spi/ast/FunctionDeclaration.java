package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A function declaration. One without a body is an overload or an ambient declaration of
 * TypeScript, which typescript-eslint calls {@code TSDeclareFunction}.
 *
 * <p>Form: {@code function f() { }}.
 */
public final class FunctionDeclaration extends NodeBase implements Statement, FunctionLike {

  private static final int ASYNC = 1 << 1;
  private static final int GENERATOR = 1 << 2;
  private static final int DECLARE = 1 << 3;

  private final @Nullable Identifier id;
  private final @Nullable TypeNode typeParameters;
  private final List<Pattern> params;
  private final @Nullable TypeNode returnType;
  private final @Nullable BlockStatement body;

  FunctionDeclaration(
      int start,
      int end,
      @Nullable Identifier id,
      @Nullable TypeNode typeParameters,
      List<Pattern> params,
      @Nullable TypeNode returnType,
      @Nullable BlockStatement body,
      boolean async,
      boolean generator,
      boolean declare) {
    super(start, end, (async ? ASYNC : 0) | (generator ? GENERATOR : 0) | (declare ? DECLARE : 0));
    this.id = id;
    this.typeParameters = typeParameters;
    this.params = params;
    this.returnType = returnType;
    this.body = body;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.FUNCTION_DECLARATION;
  }

  /** The name; null only below {@code export default}. */
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

  /** The body; null for an overload or an ambient declaration. */
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

  /** Whether it is ambient ({@code declare}). */
  public boolean declare() {
    return flag(DECLARE);
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
