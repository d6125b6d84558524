package dev.emerald.core.internal.flow.ir;

import org.jspecify.annotations.Nullable;

/**
 * What the values of a body are without the conditions that hold for them, and through joins of one
 * value alone. All looks are bounded, and each is done once: conditions and what they have to do
 * with values are asked for the same few values again and again.
 */
final class Plain {

  private static final int MAX_STEPS = 16;

  /** Joins that are looked through for one value. */
  private static final int MAX_JOINED = 8;

  private final Body body;

  /**
   * What was found of a value, plus 1. Threads that ask at the same time find the same, so one that
   * misses what the other wrote does no harm.
   */
  private int @Nullable [] known;

  Plain(Body body) {
    this.body = body;
  }

  int of(int value) {
    Op op = body.op(value);
    if (op != Op.SIGMA && op != Op.PHI) {
      return value;
    }
    int[] memo = known;
    if (memo == null) {
      memo = new int[body.size()];
      known = memo;
    }
    int found = memo[value];
    if (found == 0) {
      found = look(value) + 1;
      memo[value] = found;
    }
    return found - 1;
  }

  private int look(int value) {
    int current = value;
    for (int i = 0; i < MAX_STEPS && current >= 0; i++) {
      int next = current;
      switch (body.op(current)) {
        case SIGMA -> next = body.a(current);
        case PHI -> next = onlyOperand(current);
        default -> {}
      }
      if (next == current) {
        break;
      }
      current = next;
    }
    return current;
  }

  /** The one value that a PHI joins under several conditions; the PHI itself if there are more. */
  private int onlyOperand(int phi) {
    int list = body.c(phi);
    int found = -1;
    for (int i = 0; i < body.listSize(list); i++) {
      int operand = body.listAt(list, i);
      for (int j = 0; j < MAX_STEPS && operand >= 0 && body.op(operand) == Op.SIGMA; j++) {
        operand = body.a(operand);
      }
      if (operand != phi) {
        if (found >= 0 && operand != found) {
          return isPhi(found) || isPhi(operand) ? onlyLeaf(phi) : phi;
        }
        found = operand;
      }
    }
    return found < 0 ? phi : found;
  }

  private boolean isPhi(int value) {
    return value >= 0 && body.op(value) == Op.PHI;
  }

  /** The same through joins of joins: the one value that all of them are; else the PHI itself. */
  private int onlyLeaf(int phi) {
    int[] open = new int[MAX_JOINED];
    int size = 1;
    open[0] = phi;
    int found = -1;
    for (int i = 0; i < size; i++) {
      int list = body.c(open[i]);
      for (int k = 0; k < body.listSize(list); k++) {
        int operand = body.listAt(list, k);
        for (int j = 0; j < MAX_STEPS && operand >= 0 && body.op(operand) == Op.SIGMA; j++) {
          operand = body.a(operand);
        }
        if (operand >= 0 && body.op(operand) == Op.PHI) {
          int at = 0;
          while (at < size && open[at] != operand) {
            at++;
          }
          if (at == MAX_JOINED) {
            return phi;
          }
          if (at == size) {
            open[size++] = operand;
          }
        } else if (found >= 0 && operand != found) {
          return phi;
        } else {
          found = operand;
        }
      }
    }
    return found < 0 ? phi : found;
  }
}
