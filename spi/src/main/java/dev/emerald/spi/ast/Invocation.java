package dev.emerald.spi.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call or a construction. */
public sealed interface Invocation extends Expression permits CallExpression, NewExpression {
  /** What is called or constructed. */
  Expression callee();

  /** The arguments, in order; a {@link SpreadElement} is possible. */
  List<Expression> arguments();

  /**
   * The argument at a position that is sure to hold it.
   *
   * @param index from 0
   * @return null if there are fewer arguments, or a spread stands at or before the position
   */
  default @Nullable Expression argument(int index) {
    List<Expression> all = arguments();
    if (index >= all.size()) {
      return null;
    }
    for (int i = 0; i <= index; i++) {
      if (all.get(i) instanceof SpreadElement) {
        return null;
      }
    }
    return all.get(index);
  }
}
