package dev.emerald.spi.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of any form. */
public sealed interface FunctionLike extends Node
    permits ArrowFunctionExpression, FunctionDeclaration, FunctionExpression {
  /** The name, or null. */
  @Nullable Identifier id();

  /** The parameters, in order. */
  List<Pattern> params();

  /**
   * A {@link BlockStatement}; an {@link Expression} for an arrow function without braces; null for
   * an overload or an abstract method.
   */
  @Nullable Node body();

  /** The declared type of the result, or null. */
  @Nullable TypeNode returnType();

  /** Whether it is async. */
  boolean async();

  /** Whether it is a generator. */
  boolean generator();
}
