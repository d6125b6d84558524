package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An array.
 *
 * <p>Form: {@code [a, , b]}.
 */
public final class ArrayExpression extends NodeBase implements Expression {

  private final List<@Nullable Expression> elements;

  ArrayExpression(int start, int end, List<@Nullable Expression> elements) {
    super(start, end, 0);
    this.elements = elements;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.ARRAY_EXPRESSION;
  }

  /** The elements, in order; null for a hole. */
  public List<@Nullable Expression> elements() {
    return elements;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    each(elements, action);
  }
}
