package dev.emerald.spi.regex;

import java.util.List;

/**
 * {@code \q{abc|d|}} in a class, {@code v} flag alone: any of some strings. Longer ones are tried
 * before shorter ones, whatever their order here. Its alternatives are its children.
 */
public final class ClassStringDisjunction extends SpannedNode implements ClassElement {

  private final List<StringAlternative> alternatives;

  ClassStringDisjunction(int start, int end, List<StringAlternative> alternatives) {
    super(start, end);
    this.alternatives = List.copyOf(alternatives);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.CLASS_STRING_DISJUNCTION;
  }

  /** The strings, at least one. */
  public List<StringAlternative> alternatives() {
    return alternatives;
  }

  @Override
  public int childCount() {
    return alternatives.size();
  }

  @Override
  public StringAlternative child(int index) {
    return alternatives.get(index);
  }
}
