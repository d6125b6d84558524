package dev.emerald.spi.regex;

/**
 * {@code \b} or {@code \B}: a place between a word character and another, or any other place. What
 * word characters are depends on {@code i} together with {@code u} or {@code v}.
 */
public final class WordBoundaryAssertion extends SpannedNode implements Assertion {

  private final boolean negated;

  WordBoundaryAssertion(int start, int end, boolean negated) {
    super(start, end);
    this.negated = negated;
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.WORD_BOUNDARY_ASSERTION;
  }

  /** Whether it is {@code \B}, which holds where there is no boundary. */
  public boolean negated() {
    return negated;
  }

  @Override
  public int childCount() {
    return 0;
  }

  @Override
  public RegexNode child(int index) {
    throw noChild(index);
  }
}
