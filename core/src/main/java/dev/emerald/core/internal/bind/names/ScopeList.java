package dev.emerald.core.internal.bind.names;

import dev.emerald.spi.scope.Scope;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The scopes of a file, in the order they open, as columns. A scope covers the places of the tree
 * from its start to just before its end; scopes nest.
 */
public final class ScopeList {

  private static final Scope.Kind[] KINDS = Scope.Kind.values();
  private static final int STRICT = 1;
  private static final int WITH = 2;
  private static final int EVAL = 4;
  private static final int EVALUATES = 8;

  private byte[] kinds = new byte[32];
  private byte[] flags = new byte[32];
  private int[] nodes = new int[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] parents = new int[32];
  private int[] variableScopes = new int[32];
  private int[] bodies = new int[32];
  private int[] depths = new int[32];
  private @Nullable FileSymbol[] firsts = new FileSymbol[32];
  private @Nullable FileSymbol[] lasts = new FileSymbol[32];
  private int size;

  /** Adds a scope and gives its number. */
  @SuppressWarnings("EnumOrdinal") // a dense column within one run, never stored
  int open(Scope.Kind kind, int node, int start, int end, int parent, boolean variables) {
    if (size == kinds.length) {
      grow();
    }
    int number = size++;
    kinds[number] = (byte) kind.ordinal();
    nodes[number] = node;
    starts[number] = start;
    ends[number] = end;
    parents[number] = parent;
    variableScopes[number] = variables ? number : variableScopes[parent];
    depths[number] = parent < 0 ? 0 : depths[parent] + 1;
    if (parent >= 0) {
      flags[number] = (byte) (flags[parent] & STRICT);
    }
    return number;
  }

  /** Number of scopes, at least 1. */
  public int size() {
    return size;
  }

  /** What opens a scope. */
  public Scope.Kind kind(int scope) {
    return KINDS[kinds[scope]];
  }

  /** The place of the node that opens it. */
  public int node(int scope) {
    return nodes[scope];
  }

  int start(int scope) {
    return starts[scope];
  }

  int end(int scope) {
    return ends[scope];
  }

  /** The scope around it; -1 for the outermost. */
  public int parent(int scope) {
    return parents[scope];
  }

  int depth(int scope) {
    return depths[scope];
  }

  /** The scope that a {@code var} in it belongs to. */
  int variableScope(int scope) {
    return variableScopes[scope];
  }

  /** Where the body of a function with its own scope starts; 0 if it is none. */
  int body(int scope) {
    return bodies[scope];
  }

  void body(int scope, int start) {
    bodies[scope] = start;
  }

  boolean strict(int scope) {
    return (flags[scope] & STRICT) != 0;
  }

  void markStrict(int scope) {
    flags[scope] |= STRICT;
  }

  boolean dynamic(int scope) {
    for (int at = scope; at >= 0; at = parents[at]) {
      if ((flags[at] & (WITH | EVAL)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether names that come from outside of this very scope may be others at run time. */
  boolean opaque(int scope) {
    return (flags[scope] & (WITH | EVAL)) != 0;
  }

  boolean with(int scope) {
    return (flags[scope] & WITH) != 0;
  }

  void markWith(int scope) {
    flags[scope] |= WITH;
  }

  void markEval(int scope) {
    flags[scope] |= EVAL;
  }

  /** Whether code evaluated by a direct {@code eval} sees the names of a scope. */
  boolean evaluates(int scope) {
    return (flags[scope] & EVALUATES) != 0;
  }

  void markEvaluates(int scope) {
    flags[scope] |= EVALUATES;
  }

  @Nullable FileSymbol first(int scope) {
    return firsts[scope];
  }

  void append(FileSymbol symbol) {
    int scope = symbol.scopeNumber;
    FileSymbol last = lasts[scope];
    if (last == null) {
      firsts[scope] = symbol;
    } else {
      last.next = symbol;
    }
    lasts[scope] = symbol;
  }

  /** The innermost scope that covers a place. */
  public int at(int place) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = low + high + 1 >>> 1;
      if (starts[middle] <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    while (ends[low] <= place && parents[low] >= 0) {
      low = parents[low];
    }
    return low;
  }

  private void grow() {
    int length = size * 2;
    kinds = Arrays.copyOf(kinds, length);
    flags = Arrays.copyOf(flags, length);
    nodes = Arrays.copyOf(nodes, length);
    starts = Arrays.copyOf(starts, length);
    ends = Arrays.copyOf(ends, length);
    parents = Arrays.copyOf(parents, length);
    variableScopes = Arrays.copyOf(variableScopes, length);
    bodies = Arrays.copyOf(bodies, length);
    depths = Arrays.copyOf(depths, length);
    firsts = Arrays.copyOf(firsts, length);
    lasts = Arrays.copyOf(lasts, length);
  }
}
