package dev.emerald.core.internal.parse;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** An unmodifiable list of nodes that wastes nothing; holes of arrays are null in it. */
final class NodeList<N> extends AbstractList<N> implements RandomAccess {

  private final N[] nodes;

  private NodeList(N[] nodes) {
    this.nodes = nodes;
  }

  /** The elements of a range of an array, copied. */
  @SuppressWarnings({"unchecked", "NullAway"}) // lists with holes are read as lists of @Nullable
  static <N> List<N> of(@Nullable Object[] array, int from, int to) {
    int size = to - from;
    if (size == 0) {
      return List.of();
    }
    if (size == 1 && array[from] != null) {
      return List.of((N) array[from]);
    }
    if (size == 2 && array[from] != null && array[from + 1] != null) {
      return List.of((N) array[from], (N) array[from + 1]);
    }
    return new NodeList<>((N[]) Arrays.copyOfRange(array, from, to, Object[].class));
  }

  @Override
  public N get(int index) {
    return nodes[index];
  }

  @Override
  public int size() {
    return nodes.length;
  }
}
