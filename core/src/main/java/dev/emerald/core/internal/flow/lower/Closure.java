package dev.emerald.core.internal.flow.lower;

import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Node;
import org.jspecify.annotations.Nullable;

/** A function of a file, before it is lowered: the top level, a constructor that was made up. */
final class Closure {

  /** Larger functions are lowered coarsely. */
  private static final int MAX_BRANCHES = 5_000;

  private static final int MAX_EXPRESSIONS = 20_000;

  /** The number of its body. */
  final int number;

  /** What it is written as: a {@link FunctionLike}; a class without constructor; the program. */
  final Node node;

  final @Nullable Closure parent;

  /** The place where it is made. */
  final int made;

  final boolean arrow;

  /** The class that it constructs. */
  @Nullable ClassLike constructs;

  int branches;
  int expressions;

  private @Nullable Variable receiver;
  private @Nullable Variable arguments;

  Closure(int number, Node node, @Nullable Closure parent, int made, boolean arrow) {
    this.number = number;
    this.node = node;
    this.parent = parent;
    this.made = made;
    this.arrow = arrow;
  }

  boolean coarse() {
    return branches > MAX_BRANCHES || expressions > MAX_EXPRESSIONS;
  }

  /** The nearest function that has a receiver of its own. */
  Closure receiving() {
    Closure at = this;
    while (at.arrow && at.parent != null) {
      at = at.parent;
    }
    return at;
  }

  /** The closure around this one that was made by {@code owner}; this one if it was. */
  @Nullable Closure madeBy(Closure owner) {
    Closure at = this;
    while (at.parent != owner) {
      if (at.parent == null) {
        return null;
      }
      at = at.parent;
    }
    return at;
  }

  /** {@code this}, as a variable that arrow functions capture. */
  Variable receiver(Closures closures) {
    if (receiver == null) {
      receiver = closures.synthetic("this", this);
    }
    return receiver;
  }

  /** {@code arguments}, as a variable that arrow functions capture. */
  Variable arguments(Closures closures) {
    if (arguments == null) {
      arguments = closures.synthetic("arguments", this);
    }
    return arguments;
  }
}
