package dev.emerald.spi.regex;

import java.util.Objects;

/** What all nodes share: where they stand, and how they show in a debugger. */
abstract class SpannedNode {

  private final int start;
  private final int end;

  SpannedNode(int start, int end) {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no node from " + start + " to " + end);
    }
    this.start = start;
    this.end = end;
  }

  public abstract RegexNodeKind kind();

  public final int start() {
    return start;
  }

  public final int end() {
    return end;
  }

  /** What a node without children throws when it is asked for one. */
  static IndexOutOfBoundsException noChild(int index) {
    return new IndexOutOfBoundsException("no child " + index + ": the node has none");
  }

  /** The one child of a node that has just one. */
  static <N extends RegexNode> N onlyChild(N child, int index) {
    Objects.checkIndex(index, 1);
    return child;
  }

  /** The kind and the offsets; never the text below, whose length has no bound. */
  @Override
  public final String toString() {
    return kind() + "[" + start + ".." + end + ")";
  }
}
