package dev.emerald.core.internal.regex.backtracking;

import java.util.Arrays;

/**
 * The strongly connected components of a graph, by Tarjan's algorithm without recursion. Numbers
 * grow against the edges: what can be reached from a component has lower numbers.
 */
final class Components {

  /** Number of the component of each node; -1 for nodes left out. */
  final int[] of;

  /** Number of nodes of each component. */
  final int[] sizes;

  private Components(int[] of, int[] sizes) {
    this.of = of;
    this.sizes = sizes;
  }

  /** The components of a graph given by lists of successors, a null list leaves a node out. */
  static Components of(int[][] successors) {
    int n = successors.length;
    int[] component = new int[n];
    int[] index = new int[n];
    int[] low = new int[n];
    int[] edge = new int[n];
    int[] path = new int[n];
    int[] pending = new int[n];
    int[] sizes = new int[n];
    Arrays.fill(component, -1);
    int count = 0;
    int visited = 0;
    int pendingTop = 0;
    for (int root = 0; root < n; root++) {
      if (index[root] != 0 || successors[root] == null) {
        continue;
      }
      int depth = 0;
      path[0] = root;
      index[root] = low[root] = ++visited;
      pending[pendingTop++] = root;
      while (depth >= 0) {
        int node = path[depth];
        if (edge[node] < successors[node].length) {
          int following = successors[node][edge[node]++];
          if (successors[following] == null) {
            continue;
          }
          if (index[following] == 0) {
            index[following] = low[following] = ++visited;
            pending[pendingTop++] = following;
            path[++depth] = following;
          } else if (component[following] < 0) {
            low[node] = Math.min(low[node], index[following]);
          }
          continue;
        }
        if (low[node] == index[node]) {
          int member;
          do {
            member = pending[--pendingTop];
            component[member] = count;
            sizes[count]++;
          } while (member != node);
          count++;
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
    return new Components(component, Arrays.copyOf(sizes, count));
  }

  int count() {
    return sizes.length;
  }
}
