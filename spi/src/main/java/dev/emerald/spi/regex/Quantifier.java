package dev.emerald.spi.regex;

/**
 * A repeated element: {@code *}, {@code +}, {@code ?}, {@code {n}}, {@code {n,}} or {@code {n,m}},
 * each with or without {@code ?} after it. Spans the element as well; its one child is the element.
 *
 * <p>ECMA-262 §22.2.1, <em>Quantifier</em>. An iteration beyond {@link #min()} that takes in no
 * text is refused while matching.
 */
public final class Quantifier extends SpannedNode implements Element {

  /** The value of {@link #max()} where there is no upper bound. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  private final int min;
  private final int max;
  private final boolean greedy;
  private final QuantifiableElement element;

  Quantifier(int start, int end, int min, int max, boolean greedy, QuantifiableElement element) {
    super(start, end);
    this.min = min;
    this.max = max;
    this.greedy = greedy;
    this.element = element;
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.QUANTIFIER;
  }

  /** Least number of repetitions, from 0; a number above {@code UNBOUNDED - 1} is given as that. */
  public int min() {
    return min;
  }

  /**
   * Greatest number of repetitions, not less than {@link #min()}, or {@link #UNBOUNDED}; a written
   * number above {@code UNBOUNDED - 1} is given as that.
   */
  public int max() {
    return max;
  }

  /** Whether more repetitions are tried before fewer; a {@code ?} at the end turns that round. */
  public boolean greedy() {
    return greedy;
  }

  /** What is repeated. */
  public QuantifiableElement element() {
    return element;
  }

  @Override
  public int childCount() {
    return 1;
  }

  @Override
  public QuantifiableElement child(int index) {
    return onlyChild(element, index);
  }
}
