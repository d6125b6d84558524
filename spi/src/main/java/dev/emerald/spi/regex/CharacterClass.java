package dev.emerald.spi.regex;

import java.util.List;

/**
 * {@code […]} or {@code [^…]}: what any of its elements matches, or any character that none does.
 * Without elements {@code []} matches nothing and {@code [^]} any character. Its elements are its
 * children. A class made with {@code &&} or {@code --} is an {@link ExpressionCharacterClass}.
 */
public final class CharacterClass extends SpannedNode implements ClassElement, QuantifiableElement {

  private final boolean negated;
  private final List<ClassElement> elements;

  CharacterClass(int start, int end, boolean negated, List<ClassElement> elements) {
    super(start, end);
    this.negated = negated;
    this.elements = List.copyOf(elements);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.CHARACTER_CLASS;
  }

  /** Whether the class starts with {@code ^}. */
  public boolean negated() {
    return negated;
  }

  /** The elements in the order in which they are written; may be empty. */
  public List<ClassElement> elements() {
    return elements;
  }

  @Override
  public int childCount() {
    return elements.size();
  }

  @Override
  public ClassElement child(int index) {
    return elements.get(index);
  }
}
