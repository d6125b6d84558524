package dev.emerald.spi.regex;

import java.util.List;

/** {@code a&&b&&c}: what all operands match. ECMA-262 §22.2.1, <em>ClassIntersection</em>. */
public final class ClassIntersection extends SpannedNode implements ClassExpression {

  private final List<ClassElement> operands;

  ClassIntersection(int start, int end, List<ClassElement> operands) {
    super(start, end);
    this.operands = List.copyOf(operands);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.CLASS_INTERSECTION;
  }

  @Override
  public List<ClassElement> operands() {
    return operands;
  }
}
