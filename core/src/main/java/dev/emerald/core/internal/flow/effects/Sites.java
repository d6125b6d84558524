package dev.emerald.core.internal.flow.effects;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
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
        look(file, body, value);
      }
    }
  }

  private static int[] filledWith(int size) {
    int[] array = new int[Math.max(0, size)];
    java.util.Arrays.fill(array, NOWHERE);
    return array;
  }

  private void look(FileFlow file, Body body, int value) {
    Op op = body.op(value);
    switch (op) {
      case FUNCTION -> note(makers, sites, body.a(value), body.number(), value);
      case CELL_SET -> note(writers, writes, body.a(value), body.number(), value);
      case STORE_KEY -> fill(file, body, body.a(value), 0);
      case CALL -> {
        int callee = body.a(value);
        if (callee >= 0
            && body.op(callee) == Op.LOAD
            && FILLING.contains(file.name(body.b(callee)))) {
          fill(file, body, body.a(callee), 0);
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

  private void fill(FileFlow file, Body body, int target, int depth) {
    int value = Values.plain(body, target);
    if (value < 0) {
      return;
    }
    filled.add(key(body, value));
    switch (body.op(value)) {
      case LOAD -> filledFields.add(file.name(body.b(value)));
      case CELL_GET -> filledCells.add(body.a(value));
      case PHI -> {
        if (depth < 3) {
          for (int i = 0; i < body.listSize(body.c(value)); i++) {
            fill(file, body, body.listAt(body.c(value), i), depth + 1);
          }
        }
      }
      case CAPTURE -> captured(file, body, value, depth);
      default -> {}
    }
  }

  private void captured(FileFlow file, Body body, int value, int depth) {
    // Makers may not be known yet for what is hoisted: the enclosing body comes first.
    int maker = makers[body.number()];
    if (maker >= 0 && depth < 6) {
      Body outer = file.bodies().get(maker);
      int list = outer.c(sites[body.number()]);
      if (body.a(value) < outer.listSize(list)) {
        fill(file, outer, outer.listAt(list, body.a(value)), depth + 1);
      }
    }
  }

  private static long key(Body body, int value) {
    return (long) body.number() << 32 | value;
  }

  /** The body that makes the closure of a body; null if there is none or more than one. */
  @Nullable Body makerOf(FileFlow file, Body body) {
    int maker = body.number() < makers.length ? makers[body.number()] : NOWHERE;
    return maker < 0 ? null : file.bodies().get(maker);
  }

  /** The instruction in {@link #makerOf} that makes it. */
  int siteOf(Body body) {
    return sites[body.number()];
  }

  /** The body that writes a cell; null if there is none or more than one. */
  @Nullable Body writerOf(FileFlow file, int cell) {
    int writer = cell < writers.length ? writers[cell] : NOWHERE;
    return writer < 0 ? null : file.bodies().get(writer);
  }

  /** The instruction in {@link #writerOf} that writes it. */
  int writeOf(int cell) {
    return writes[cell];
  }

  /** Whether something is put into a value under keys that are not known. */
  boolean isFilled(FileFlow file, Body body, int value) {
    int plain = Values.plain(body, value);
    return filled.contains(key(body, plain))
        || body.op(plain) == Op.LOAD && filledFields.contains(file.name(body.b(plain)))
        || body.op(plain) == Op.CELL_GET && filledCells.contains(body.a(plain));
  }
}
