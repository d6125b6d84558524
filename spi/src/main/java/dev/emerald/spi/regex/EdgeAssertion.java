package dev.emerald.spi.regex;

/**
 * {@code ^} or {@code $}: the start or end of the text or, where the {@code m} flag holds, of a
 * line.
 */
public final class EdgeAssertion extends SpannedNode implements Assertion {

  private final Edge edge;

  EdgeAssertion(int start, int end, Edge edge) {
    super(start, end);
    this.edge = edge;
  }

  /** Which end of the text or line. */
  public enum Edge {
    /** {@code ^}. */
    START,
    /** {@code $}. */
    END
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.EDGE_ASSERTION;
  }

  /** Which end. */
  public Edge edge() {
    return edge;
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
