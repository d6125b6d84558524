package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The instructions that have a value as an operand, each once, in order. Immutable. */
public final class Uses {

  private final int[] start;
  private final int[] uses;

  Uses(Body[] bodies, int[] base) {
    int values = base[bodies.length];
    int[] count = new int[values + 1];
    int[] last = new int[values];
    Arrays.fill(last, -1);
    for (int f = 0; f < bodies.length; f++) {
      for (int v = 0; v < bodies[f].size(); v++) {
        go(bodies[f], base[f], v, last, count, null);
      }
    }
    int sum = 0;
    for (int i = 0; i < values; i++) {
      int n = count[i];
      count[i] = sum;
      sum += n;
    }
    count[values] = sum;
    uses = new int[sum];
    int[] fill = Arrays.copyOf(count, values);
    Arrays.fill(last, -1);
    for (int f = 0; f < bodies.length; f++) {
      for (int v = 0; v < bodies[f].size(); v++) {
        go(bodies[f], base[f], v, last, fill, uses);
      }
    }
    start = count;
  }

  /** How many instructions use a value. */
  public int count(int value) {
    return start[value + 1] - start[value];
  }

  /** One of the instructions that use a value. */
  public int get(int value, int index) {
    return uses[start[value] + index];
  }

  private static void go(
      Body body, int base, int v, int[] last, int[] count, int @Nullable [] into) {
    Op op = body.op(v);
    switch (op) {
      case CELL_SET, CLASS, EXPORT -> use(base, body.b(v), v, last, count, into);
      case SET_EXPORTS, LOAD, SPREAD, UNARY, AWAIT, YIELD, ELEMENT, KEY_OF, RETURN, THROW ->
          use(base, body.a(v), v, last, count, into);
      case LOAD_KEY, SPREAD_COPY, BINARY -> {
        use(base, body.a(v), v, last, count, into);
        use(base, body.b(v), v, last, count, into);
      }
      case SIGMA -> use(base, body.a(v), v, last, count, into);
      case STORE -> {
        use(base, body.a(v), v, last, count, into);
        use(base, body.c(v), v, last, count, into);
      }
      case STORE_KEY -> {
        use(base, body.a(v), v, last, count, into);
        use(base, body.b(v), v, last, count, into);
        use(base, body.c(v), v, last, count, into);
      }
      case CALL -> {
        use(base, body.a(v), v, last, count, into);
        use(base, body.b(v), v, last, count, into);
        useAll(body, base, v, last, count, into);
      }
      case NEW, TAGGED -> {
        use(base, body.a(v), v, last, count, into);
        useAll(body, base, v, last, count, into);
      }
      case FUNCTION, ARRAY, CONCAT, PHI, CATCH, OPAQUE -> useAll(body, base, v, last, count, into);
      default -> {}
    }
  }

  private static void useAll(
      Body body, int base, int v, int[] last, int[] count, int @Nullable [] into) {
    int list = body.c(v);
    int size = body.listSize(list);
    for (int i = 0; i < size; i++) {
      use(base, body.listAt(list, i), v, last, count, into);
    }
  }

  private static void use(
      int base, int operand, int user, int[] last, int[] count, int @Nullable [] into) {
    if (operand < 0 || last[base + operand] == base + user) {
      return;
    }
    last[base + operand] = base + user;
    if (into != null) {
      into[count[base + operand]] = base + user;
    }
    count[base + operand]++;
  }
}
