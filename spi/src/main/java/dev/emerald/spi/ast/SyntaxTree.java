package dev.emerald.spi.ast;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A tree laid out as an array: all nodes in pre-order, parents before children, children in the
 * order of the source. It answers what a node cannot: its parent, what lies below it, what encloses
 * it. No method recurses, however deep the tree.
 *
 * <p>Immutable and safe for use by several threads. A {@link Program} can be laid out once.
 */
public final class SyntaxTree {

  private static final NodeKind[] KINDS = NodeKind.values();

  private final Program program;
  private final Node[] preorder;
  private final byte[] kinds;
  private final int[] parents;
  private final int[] subtreeEnds;

  private SyntaxTree(
      Program program, Node[] preorder, byte[] kinds, int[] parents, int[] subtreeEnds) {
    this.program = program;
    this.preorder = preorder;
    this.kinds = kinds;
    this.parents = parents;
    this.subtreeEnds = subtreeEnds;
  }

  /**
   * Numbers the nodes of a program and lays them out. For the engine.
   *
   * @throws IllegalArgumentException if the program has been laid out before
   */
  public static SyntaxTree of(Program program) {
    if (program.number() != -1) {
      throw new IllegalArgumentException("this program has its tree already");
    }
    return new Layout(program.source().length() / 8 + 16).lay(program);
  }

  /** The root. */
  public Program program() {
    return program;
  }

  /** Number of nodes, at least 1. */
  public int size() {
    return preorder.length;
  }

  /**
   * A node by its place.
   *
   * @param number from 0, the root, to {@link #size()} - 1
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public Node node(int number) {
    return preorder[number];
  }

  /**
   * The kind of a node by its place, without touching the node.
   *
   * @param number from 0 to {@link #size()} - 1
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public NodeKind kind(int number) {
    return KINDS[kinds[number]];
  }

  /**
   * The node around a node.
   *
   * @return null for the root
   * @throws IllegalArgumentException if the node is of another tree
   */
  public @Nullable Node parent(Node node) {
    int parent = parents[place(node)];
    return parent < 0 ? null : preorder[parent];
  }

  /**
   * The place of the node around a node.
   *
   * @param number from 0 to {@link #size()} - 1
   * @return -1 for the root
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public int parentNumber(int number) {
    return parents[number];
  }

  /**
   * Just past the last place below a node: the places from {@code number + 1} to this one are its
   * descendants, in pre-order.
   *
   * @param number from 0 to {@link #size()} - 1
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public int subtreeEnd(int number) {
    return subtreeEnds[number];
  }

  /** Whether {@code inner} is {@code outer} or lies below it. */
  public boolean contains(Node outer, Node inner) {
    int place = place(outer);
    int within = place(inner);
    return place <= within && within < subtreeEnds[place];
  }

  /**
   * The nearest node of a type above a node, itself left out.
   *
   * @return null if there is none
   * @throws IllegalArgumentException if the node is of another tree
   */
  public <N> @Nullable N enclosing(Node node, Class<N> type) {
    for (int at = parents[place(node)]; at >= 0; at = parents[at]) {
      if (type.isInstance(preorder[at])) {
        return type.cast(preorder[at]);
      }
    }
    return null;
  }

  /**
   * Passes all nodes of a type below a node on, in pre-order, the node itself included.
   *
   * @throws IllegalArgumentException if the node is of another tree
   */
  public <N> void forEach(Node root, Class<N> type, Consumer<? super N> action) {
    int place = place(root);
    for (int i = place, end = subtreeEnds[place]; i < end; i++) {
      if (type.isInstance(preorder[i])) {
        action.accept(type.cast(preorder[i]));
      }
    }
  }

  private int place(Node node) {
    int number = Objects.requireNonNull(node, "node").number();
    if (number < 0 || number >= preorder.length || preorder[number] != node) {
      throw new IllegalArgumentException(node + " is no node of this tree");
    }
    return number;
  }

  /** One walk with a stack of its own. */
  private static final class Layout implements Consumer<Node> {

    private Node[] preorder;
    private int[] parents;
    private int size;
    private Node[] stack = new Node[256];
    private int[] stackParents = new int[256];
    private int depth;
    private int parent;

    Layout(int expected) {
      preorder = new Node[expected];
      parents = new int[expected];
    }

    @Override
    public void accept(Node child) {
      if (depth == stack.length) {
        stack = Arrays.copyOf(stack, depth * 2);
        stackParents = Arrays.copyOf(stackParents, depth * 2);
      }
      stack[depth] = child;
      stackParents[depth++] = parent;
    }

    SyntaxTree lay(Program program) {
      parent = -1;
      accept(program);
      while (depth > 0) {
        Node node = stack[--depth];
        if (size == preorder.length) {
          preorder = Arrays.copyOf(preorder, size * 2);
          parents = Arrays.copyOf(parents, size * 2);
        }
        preorder[size] = node;
        parents[size] = stackParents[depth];
        ((NodeBase) (Object) node).number(size);
        parent = size++;
        int first = depth;
        node.forEachChild(this);
        for (int low = first, high = depth - 1; low < high; low++, high--) {
          Node swapped = stack[low];
          stack[low] = stack[high];
          stack[high] = swapped;
        }
      }
      return new SyntaxTree(
          program,
          Arrays.copyOf(preorder, size),
          kinds(),
          Arrays.copyOf(parents, size),
          subtreeEnds());
    }

    @SuppressWarnings("EnumOrdinal") // a dense table within one run, never stored
    private byte[] kinds() {
      byte[] kinds = new byte[size];
      for (int i = 0; i < size; i++) {
        kinds[i] = (byte) preorder[i].kind().ordinal();
      }
      return kinds;
    }

    private int[] subtreeEnds() {
      int[] ends = new int[size];
      for (int i = size - 1; i >= 0; i--) {
        ends[i] = Math.max(ends[i], i + 1);
        if (parents[i] >= 0) {
          ends[parents[i]] = Math.max(ends[parents[i]], ends[i]);
        }
      }
      return ends;
    }
  }
}
