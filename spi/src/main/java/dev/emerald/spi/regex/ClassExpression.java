package dev.emerald.spi.regex;

import java.util.List;

/**
 * A set operation inside an {@link ExpressionCharacterClass}. The two cannot be mixed in one class
 * without brackets, so all operands stand in one list, which are its children.
 */
public sealed interface ClassExpression extends RegexNode
    permits ClassIntersection, ClassSubtraction {

  /** The operands from left to right, at least two; never a {@link CharacterClassRange}. */
  List<ClassElement> operands();

  @Override
  default int childCount() {
    return operands().size();
  }

  @Override
  default ClassElement child(int index) {
    return operands().get(index);
  }
}
