package dev.emerald.spi.regex;

import java.util.List;

/**
 * A sequence: one of the alternatives of a {@link Disjunction}, maybe empty. ECMA-262 §22.2.1,
 * <em>Alternative</em>.
 */
public final class Alternative extends SpannedNode implements RegexNode {

  private final List<Element> elements;

  Alternative(int start, int end, List<Element> elements) {
    super(start, end);
    this.elements = List.copyOf(elements);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.ALTERNATIVE;
  }

  /** What is matched one after the other; empty for an alternative that matches nothing. */
  public List<Element> elements() {
    return elements;
  }

  @Override
  public int childCount() {
    return elements.size();
  }

  @Override
  public Element child(int index) {
    return elements.get(index);
  }
}
