package dev.emerald.spi.regex;

import java.util.List;

/**
 * A look-ahead {@code (?=…)}, {@code (?!…)} or look-behind {@code (?<=…)}, {@code (?<!…)}.
 *
 * <p>Once it has matched, no other way of matching it is tried; inside, the search is complete. The
 * elements of a look-behind are matched from right to left.
 */
public final class LookaroundAssertion extends SpannedNode
    implements Assertion, Disjunction, QuantifiableElement {

  private final Direction direction;
  private final boolean negated;
  private final List<Alternative> alternatives;

  LookaroundAssertion(
      int start, int end, Direction direction, boolean negated, List<Alternative> alternatives) {
    super(start, end);
    this.direction = direction;
    this.negated = negated;
    this.alternatives = List.copyOf(alternatives);
  }

  /** Which way it looks. */
  public enum Direction {
    /** At the text that follows. */
    AHEAD,
    /** At the text before. */
    BEHIND
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.LOOKAROUND_ASSERTION;
  }

  /** Which way it looks. Only a look-ahead can be the element of a {@link Quantifier}. */
  public Direction direction() {
    return direction;
  }

  /** Whether it holds where its alternatives do <em>not</em> match. */
  public boolean negated() {
    return negated;
  }

  @Override
  public List<Alternative> alternatives() {
    return alternatives;
  }
}
