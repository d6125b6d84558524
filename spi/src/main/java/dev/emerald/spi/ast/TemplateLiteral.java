package dev.emerald.spi.ast;

import java.util.List;
import java.util.function.Consumer;

/**
 * A template. Walks see its parts in the order of the source.
 *
 * <p>Form: {@code `a${b}`}.
 */
public final class TemplateLiteral extends NodeBase implements Expression {

  private final List<TemplateElement> quasis;
  private final List<Expression> expressions;

  TemplateLiteral(int start, int end, List<TemplateElement> quasis, List<Expression> expressions) {
    super(start, end, 0);
    this.quasis = quasis;
    this.expressions = expressions;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.TEMPLATE_LITERAL;
  }

  /** The texts; one more than expressions. */
  public List<TemplateElement> quasis() {
    return quasis;
  }

  /** The substitutions, in order. */
  public List<Expression> expressions() {
    return expressions;
  }

  @Override
  public void forEachChild(Consumer<? super Node> action) {
    for (int i = 0; i < quasis.size(); i++) {
      action.accept(quasis.get(i));
      if (i < expressions.size()) {
        action.accept(expressions.get(i));
      }
    }
  }
}
