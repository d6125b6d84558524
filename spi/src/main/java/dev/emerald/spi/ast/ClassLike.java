package dev.emerald.spi.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class of either form. */
public sealed interface ClassLike extends Node permits ClassDeclaration, ClassExpression {
  /** The name, or null. */
  @Nullable Identifier id();

  /** What is extended, or null. */
  @Nullable Expression superClass();

  /** The decorators, in order. */
  List<Decorator> decorators();

  /** The types after {@code implements}, in order. */
  List<TypeNode> implementedTypes();

  /** The members. */
  ClassBody body();
}
