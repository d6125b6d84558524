package dev.emerald.spi.regex;

import java.util.List;

/**
 * {@code a--b--c}: what the first operand matches and no other does. ECMA-262 §22.2.1,
 * <em>ClassSubtraction</em>.
 */
public final class ClassSubtraction extends SpannedNode implements ClassExpression {

  private final List<ClassElement> operands;

  ClassSubtraction(int start, int end, List<ClassElement> operands) {
    super(start, end);
    this.operands = List.copyOf(operands);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.CLASS_SUBTRACTION;
  }

  @Override
  public List<ClassElement> operands() {
    return operands;
  }
}
