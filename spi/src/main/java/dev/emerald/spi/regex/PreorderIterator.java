package dev.emerald.spi.regex;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks a tree with a stack of its own: for each open node, which child comes next. */
final class PreorderIterator implements Iterator<RegexNode> {

  private RegexNode[] open = new RegexNode[8];
  private int[] nextChild = new int[8];
  private int depth;
  private @Nullable RegexNode upcoming;

  PreorderIterator(RegexNode root) {
    this.upcoming = root;
  }

  @Override
  public boolean hasNext() {
    return upcoming != null;
  }

  @Override
  public RegexNode next() {
    RegexNode node = upcoming;
    if (node == null) {
      throw new NoSuchElementException();
    }
    if (node.childCount() > 0) {
      push(node);
    }
    upcoming = null;
    while (depth > 0) {
      RegexNode parent = open[depth - 1];
      int index = nextChild[depth - 1]++;
      if (index < parent.childCount()) {
        upcoming = parent.child(index);
        break;
      }
      depth--;
    }
    return node;
  }

  private void push(RegexNode node) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      nextChild = Arrays.copyOf(nextChild, depth * 2);
    }
    open[depth] = node;
    nextChild[depth++] = 0;
  }
}
