package dev.emerald.spi.regex;

/**
 * A class made with set operations, {@code v} flag alone: {@code [\w&&[^\d]]}, {@code [\w--_]}. Its
 * one child is the expression.
 */
public final class ExpressionCharacterClass extends SpannedNode
    implements ClassElement, QuantifiableElement {

  private final boolean negated;
  private final ClassExpression expression;

  ExpressionCharacterClass(int start, int end, boolean negated, ClassExpression expression) {
    super(start, end);
    this.negated = negated;
    this.expression = expression;
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.EXPRESSION_CHARACTER_CLASS;
  }

  /** Whether the class starts with {@code ^}. */
  public boolean negated() {
    return negated;
  }

  /** The intersection or subtraction. */
  public ClassExpression expression() {
    return expression;
  }

  @Override
  public int childCount() {
    return 1;
  }

  @Override
  public ClassExpression child(int index) {
    return onlyChild(expression, index);
  }
}
