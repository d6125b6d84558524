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

  /** Offset in the pattern text of the first code unit, from 0. */
  public final int start() {
    return start;
  }

  /** Offset in the pattern text just past the last code unit; the start if it is empty. */
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

  /** The class and the offsets; never the text below, whose length has no bound. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + start + ".." + end + ")";
  }
}
