package dev.emerald.spi.regex;

import java.util.List;

/** The root of the tree: the whole pattern. ECMA-262 §22.2.1, <em>Pattern</em>. */
public final class Pattern extends SpannedNode implements Disjunction {

  private final List<Alternative> alternatives;

  Pattern(int start, int end, List<Alternative> alternatives) {
    super(start, end);
    this.alternatives = List.copyOf(alternatives);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.PATTERN;
  }

  @Override
  public List<Alternative> alternatives() {
    return alternatives;
  }
}
