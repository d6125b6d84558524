package dev.emerald.core.internal.parse;

import java.util.Arrays;

/** The brackets that are open where the scan stands. Recovery uses it to find its way out. */
final class Brackets {

  static final byte PAREN = 0;
  static final byte BRACKET = 1;
  static final byte BRACE = 2;

  /** The <code>${</code> of a template: closed by a brace. */
  static final byte SUBSTITUTION = 3;

  /** How many are open. */
  int depth;

  /** Whether the brace that was closed last was that of a substitution. */
  boolean closedSubstitution;

  private byte[] open = new byte[64];

  void open(byte bracket) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = bracket;
  }

  /**
   * Closes the innermost bracket of a kind. What is open inside it is taken as forgotten; but a
   * brace is only closed by a brace, and a bracket that closes nothing is passed over.
   */
  void close(byte bracket) {
    int at = depth - 1;
    while (at >= 0 && !isClosedBy(open[at], bracket)) {
      if (bracket != BRACE && open[at] >= BRACE) {
        return;
      }
      at--;
    }
    if (at >= 0) {
      closedSubstitution = open[at] == SUBSTITUTION;
      depth = at;
    }
  }

  private static boolean isClosedBy(byte opener, byte closer) {
    return opener == closer || closer == BRACE && opener == SUBSTITUTION;
  }

  /** Whether a brace has been opened since there were {@code base} open brackets. */
  boolean braceAbove(int base) {
    for (int i = depth - 1; i >= base; i--) {
      if (open[i] >= BRACE) {
        return true;
      }
    }
    return false;
  }
}
