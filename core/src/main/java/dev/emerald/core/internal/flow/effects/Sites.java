package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.effects.Values.At;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a file makes its closures, writes its variables and fills its tables: what must be known to
 * tell a table that never changes from one that does. Made once a file, immutable.
 */
final class Sites {

  /** Methods that put into a collection. */
  private static final Set<String> FILLING =
      Set.of("push", "unshift", "splice", "add", "set", "fill", "concat", "delete", "clear");

  private static final int NOWHERE = -1;
  private static final int SEVERAL = -2;
  private static final int MAX_STEPS = 16;

  /** By body: the body and the instruction that make the closure. */
  private final int[] makers;

  private final int[] sites;

  /** By cell: the body and the instruction that write it. */
  private final int[] writers;

  private final int[] writes;

  /** What is filled: pairs of body and value. */
  private final Set<Long> filled = new HashSet<>();

  /** Names of properties whose values are filled somewhere. */
  private final Set<String> filledFields = new HashSet<>();

  private final Set<Integer> filledCells = new HashSet<>();

  /** Looks through all bodies of a file. */
  Sites(FileFlow file) {
    List<Body> bodies = file.bodies();
    makers = filledWith(bodies.size());
    sites = filledWith(bodies.size());
    writers = filledWith(file.cells());
    writes = filledWith(file.cells());
    for (Body body : bodies) {
      for (int value = 0; value < body.size(); value++) {
        place(body, value);
      }
    }
    for (Body body : bodies) {
      for (int value = 0; value < body.size(); value++) {
        look(file, body, value);
      }
    }
  }

  private static int[] filledWith(int size) {
    int[] array = new int[Math.max(0, size)];
    Arrays.fill(array, NOWHERE);
    return array;
  }

  private void place(Body body, int value) {
    switch (body.op(value)) {
      case FUNCTION -> note(makers, sites, body.a(value), body.number(), value);
      case CELL_SET -> note(writers, writes, body.a(value), body.number(), value);
      default -> {}
    }
  }

  private void look(FileFlow file, Body body, int value) {
    switch (body.op(value)) {
      case STORE_KEY -> fill(file, body, body.a(value));
      case CALL -> {
        int callee = body.a(value);
        if (callee >= 0
            && body.op(callee) == Op.LOAD
            && FILLING.contains(file.name(body.b(callee)))) {
          fill(file, body, body.a(callee));
        }
      }
      default -> {}
    }
  }

  private static void note(int[] owners, int[] places, int index, int owner, int place) {
    if (index >= 0 && index < owners.length) {
      owners[index] = owners[index] == NOWHERE ? owner : SEVERAL;
      places[index] = place;
    }
  }

  private void fill(FileFlow file, Body body, int target) {
    int plain = Values.plain(body, target);
    if (plain < 0) {
      return;
    }
    fillOne(file, body, plain);
    if (body.op(plain) == Op.PHI) {
      for (int i = 0; i < body.listSize(body.c(plain)); i++) {
        fillOne(file, body, body.listAt(body.c(plain), i));
      }
    }
  }

  private void fillOne(FileFlow file, Body body, int target) {
    At at = origin(file, body, target);
    if (at.value() < 0) {
      return;
    }
    filled.add(key(at.body(), at.value()));
    if (at.op() == Op.LOAD) {
      filledFields.add(file.name(at.body().b(at.value())));
    } else if (at.op() == Op.CELL_GET) {
      filledCells.add(at.body().a(at.value()));
    }
  }

  /** Where a value comes from, through conditions, captures and variables written once. */
  At origin(FileFlow file, Body body, int value) {
    Body where = body;
    int current = Values.plain(body, value);
    for (int i = 0; i < MAX_STEPS && current >= 0; i++) {
      int outer;
      Body next;
      if (where.op(current) == Op.CAPTURE) {
        next = owner(file, makers, where.number());
        int list = next == null ? -1 : next.c(sites[where.number()]);
        int index = where.a(current);
        outer = next == null || index >= next.listSize(list) ? -1 : next.listAt(list, index);
      } else if (where.op(current) == Op.CELL_GET) {
        int cell = where.a(current);
        next = owner(file, writers, cell);
        outer = next == null ? -1 : next.b(writes[cell]);
      } else {
        break;
      }
      if (next == null || outer < 0) {
        break;
      }
      current = Values.plain(next, outer);
      where = next;
    }
    return new At(where, current);
  }

  private static @Nullable Body owner(FileFlow file, int[] owners, int index) {
    return index < owners.length && owners[index] >= 0 ? file.bodies().get(owners[index]) : null;
  }

  private static long key(Body body, int value) {
    return (long) body.number() << 32 | value;
  }

  /** Whether something is put into an {@link #origin} under keys that are not known. */
  boolean isFilled(FileFlow file, Body body, int value) {
    return filled.contains(key(body, value))
        || body.op(value) == Op.LOAD && filledFields.contains(file.name(body.b(value)))
        || body.op(value) == Op.CELL_GET && filledCells.contains(body.a(value));
  }
}
