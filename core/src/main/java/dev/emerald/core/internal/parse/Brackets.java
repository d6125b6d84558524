package dev.emerald.core.internal.parse;

import java.util.Arrays;

/**
 * The brackets that are open where the scan stands. Recovery uses it to find its way out. Each
 * operation takes the same time however many are open.
 */
final class Brackets {

  static final byte PAREN = 0;
  static final byte BRACKET = 1;
  static final byte BRACE = 2;

  /** The <code>${</code> of a template: closed by a brace. */
  static final byte SUBSTITUTION = 3;

  /** How far down a parenthesis or a bracket looks for the one it closes. */
  private static final int REACH = 16;

  /** How many are open. */
  int depth;

  /** Whether the brace that was closed last was that of a substitution. */
  boolean closedSubstitution;

  private byte[] open = new byte[64];

  /** For each open bracket the place of the nearest brace at or below it; -1 if there is none. */
  private int[] brace = new int[64];

  void open(byte bracket) {
    int at = depth++;
    if (at == open.length) {
      open = Arrays.copyOf(open, at * 2);
      brace = Arrays.copyOf(brace, at * 2);
    }
    open[at] = bracket;
    brace[at] = bracket >= BRACE ? at : innermostBrace(at);
  }

  /** Closes the innermost brace; what is open inside it is taken as forgotten. */
  void closeBrace() {
    int at = innermostBrace(depth);
    if (at >= 0) {
      closedSubstitution = open[at] == SUBSTITUTION;
      depth = at;
    }
  }

  /**
   * Closes a parenthesis or a bracket, if one is open not far inside the innermost brace; else it
   * is passed over.
   */
  void close(byte bracket) {
    int at = depth - 1;
    int lowest = Math.max(innermostBrace(depth) + 1, depth - REACH);
    while (at >= lowest && open[at] != bracket) {
      at--;
    }
    if (at >= lowest) {
      depth = at;
    }
  }

  /** Whether a brace has been opened since there were {@code base} open brackets. */
  boolean braceAbove(int base) {
    return innermostBrace(depth) >= base;
  }

  private int innermostBrace(int below) {
    return below > 0 ? brace[below - 1] : -1;
  }
}
