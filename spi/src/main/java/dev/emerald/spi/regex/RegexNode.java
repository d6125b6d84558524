package dev.emerald.spi.regex;

import dev.emerald.spi.source.Span;

/**
 * A node of a regular expression's tree.
 *
 * <p>Offsets count UTF-16 code units from the start of the <em>pattern text</em>, which is what
 * stands between the slashes of a literal. So in a file a node of a literal that starts at offset
 * {@code s} is found at {@code spanFrom(s + 1)}. For a pattern that is given as a string the same
 * holds as long as the string literal has no escapes before the node; with escapes, cooked and
 * written text differ and only the caller, who cooked the string, can map one to the other.
 *
 * <p>Nodes have no parent. They are compared by identity. No method recurses, so that no depth of
 * nesting can exhaust the stack. The tree's depth is bounded too: the parser refuses a pattern
 * whose groups and classes nest deeper than its limit.
 *
 * <p>Only the engine makes nodes. New kinds may come with new editions of ECMAScript.
 */
public sealed interface RegexNode
    permits Alternative, ClassElement, ClassExpression, Disjunction, Element, StringAlternative {

  /** What this node is; says the same as its class. */
  RegexNodeKind kind();

  /** Offset in the pattern text of the first code unit, from 0. */
  int start();

  /** Offset in the pattern text just past the last code unit; {@code start()} if it is empty. */
  int end();

  /** Number of children. */
  int childCount();

  /**
   * A child. Children come in the order in which they stand in the pattern.
   *
   * @param index from 0 to {@code childCount() - 1}
   * @throws IndexOutOfBoundsException if there is no such child
   */
  RegexNode child(int index);

  /** The range in the pattern text. */
  default Span span() {
    return new Span(start(), end());
  }

  /**
   * The range in a text that holds the pattern text unchanged.
   *
   * @param patternStart offset in that text at which the pattern starts, for a literal the offset
   *     of its first slash plus 1
   */
  default Span spanFrom(int patternStart) {
    return new Span(patternStart + start(), patternStart + end());
  }

  /**
   * This node and all below it, parents before children, in the order of the pattern. Takes memory
   * in proportion to the depth of the tree and no stack.
   */
  default Iterable<RegexNode> preorder() {
    return () -> new PreorderIterator(this);
  }
}
