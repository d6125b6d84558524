package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.links.Value;
import dev.emerald.core.internal.bind.names.FileSymbol;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;

/** A value that the file makes itself, by the node that makes it. */
sealed interface LocalValue extends Value {

  /** An object literal. */
  record OfObject(ObjectExpression node) implements LocalValue {}

  /** An array literal. */
  record OfArray(ArrayExpression node) implements LocalValue {}

  /** A function. */
  record OfFunction(FunctionLike node) implements LocalValue {}

  /** A class. */
  record OfClass(ClassLike node) implements LocalValue {}

  /**
   * What a class, or a function used as one, constructs.
   *
   * @param node the {@link ClassLike} or {@link FunctionLike}
   */
  record OfInstance(Node node) implements LocalValue {}

  /** A namespace of TypeScript. */
  record OfNamespace(FileSymbol symbol) implements LocalValue {}

  /** What the module system provides. */
  enum Special implements LocalValue {
    /** The function {@code require}. */
    REQUIRE,
    /** The object {@code module}. */
    MODULE,
    /** The object {@code module.exports}. */
    EXPORTS,
    /**
     * A value that is being looked for already: it depends on itself, and what else it may be
     * decides.
     */
    ITSELF
  }
}
