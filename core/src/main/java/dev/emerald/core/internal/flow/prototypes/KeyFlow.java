package dev.emerald.core.internal.flow.prototypes;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import dev.emerald.core.internal.flow.types.Names;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all values of a program, see {@link Reach}, to a fixed point: bits are only
 * added, and a function is looked at again when something that it reads has more of them. Contexts
 * of calls are not told apart.
 */
final class KeyFlow {

  private static final int MOST_PASSES = 6;
  private static final int MOST_LOOKS = 60;
  private static final int NONE = -1;

  /** The cause of what comes in from outside. */
  private static final int BEGINS = -2;

  final Program program;
  final Types types;
  final int[] bits;

  /** The value that a bit of {@link Reach#CONTROLLED} first came from, by value; -1 for none. */
  private final int[] causes;

  /** The same for {@link Reach#OBJECT}. */
  private final int[] objectCauses;

  private final int[] results;
  private final int[] resultCauses;
  private final int[] resultObjectCauses;
  private final LongIntMap places = new LongIntMap();
  private final IntList placeBits = new IntList();
  private final IntList placeCauses = new IntList();
  private final IntList placeObjectCauses = new IntList();
  private final List<@Nullable BitSet> readers = new ArrayList<>();
  private final Map<Integer, BitSet> resultReaders = new HashMap<>();
  private final ArrayDeque<Integer> open = new ArrayDeque<>();
  private final BitSet waiting = new BitSet();
  private final int[] looks;
  private final BooleanSupplier stopped;
  private final Instances instances;
  private boolean complete = true;

  /** The value that is looked at. */
  private int now;

  /** Whether anything was found in a pass. */
  private boolean changed;

  /** Whether anything was found of a value that was looked at before in the pass. */
  private boolean changedBefore;

  /** The functions with loops. */
  private final BitSet looping = new BitSet();

  KeyFlow(Types types, BooleanSupplier stopped) {
    this.types = types;
    this.program = types.program();
    this.instances = new Instances(program);
    this.stopped = stopped;
    this.bits = new int[program.values()];
    this.causes = filled(program.values());
    this.objectCauses = filled(program.values());
    this.results = new int[program.functions()];
    this.resultCauses = filled(program.functions());
    this.resultObjectCauses = filled(program.functions());
    this.looks = new int[program.functions()];
  }

  private static int[] filled(int size) {
    int[] numbers = new int[size];
    Arrays.fill(numbers, -1);
    return numbers;
  }

  /** Whether all was followed to its end. */
  boolean complete() {
    return complete;
  }

  /** Looks at all functions until nothing new is found. */
  void run(KeyTransfer transfer) {
    for (int function = 0; function < program.functions(); function++) {
      look(function);
    }
    while (!open.isEmpty() && !stopped.getAsBoolean()) {
      int function = open.remove();
      waiting.clear(function);
      if (looks[function]++ > MOST_LOOKS) {
        complete = false;
        continue;
      }
      Body body = program.body(function);
      int base = program.base(function);
      boolean loops = loops(function, body);
      for (int pass = 0; pass < MOST_PASSES; pass++) {
        changed = false;
        changedBefore = false;
        for (int v = 0; v < body.size(); v++) {
          now = base + v;
          transfer.go(function, body, v);
        }
        if (!(loops ? changed : changedBefore)) {
          break;
        }
      }
    }
  }

  /** Whether a value of a function is made of one that comes after it. */
  private boolean loops(int function, Body body) {
    if (looks[function] > 1) {
      return looping.get(function);
    }
    for (int v = 0; v < body.size(); v++) {
      if (body.op(v) == Op.PHI) {
        int list = body.c(v);
        for (int i = 0; i < body.listSize(list); i++) {
          if (body.listAt(list, i) > v) {
            looping.set(function);
            return true;
          }
        }
      }
    }
    return false;
  }

  private void look(int function) {
    if (!waiting.get(function)) {
      waiting.set(function);
      open.add(function);
    }
  }

  /** Adds what is known of a value. */
  void add(int value, int most, int from) {
    if ((most & ~bits[value]) == 0) {
      return;
    }
    // What code asks to do something is no data of outsiders, however it came there.
    int more = (most & Reach.REMOTE) == 0 && instances.has(value) ? most & ~Reach.CONTROLLED : most;
    int added = more & ~bits[value];
    if (added == 0) {
      return;
    }
    boolean first = (added & Reach.ROOTS) != 0 && (bits[value] & Reach.ROOTS) == 0;
    bits[value] |= added;
    if ((added & Reach.OUTSIDE) != 0 && causes[value] == NONE && from != value) {
      causes[value] = from < 0 ? BEGINS : from;
    }
    boolean cause = first || (added & Reach.REACHED) != 0 && objectCauses[value] < 0;
    if (cause && from != value) {
      objectCauses[value] = from;
    }
    changed = true;
    changedBefore |= value < now;
  }

  /** The same for a value of a function that may not be the one that is looked at. */
  void send(int value, int more, int from) {
    if (value >= 0 && (more & ~bits[value]) != 0) {
      add(value, more, from);
      look(program.functionOf(value));
    }
  }

  /** Looks again at the function of a value. */
  void again(int value) {
    look(program.functionOf(value));
  }

  /** Adds to what a function returns. */
  void result(int function, int more, int from) {
    if ((more & ~results[function]) == 0) {
      return;
    }
    if ((more & ~results[function] & Reach.OUTSIDE) != 0 && resultCauses[function] < 0) {
      resultCauses[function] = from;
    }
    if ((more & ~results[function] & Reach.REACHED) != 0 && resultObjectCauses[function] < 0) {
      resultObjectCauses[function] = from;
    }
    results[function] |= more;
    BitSet of = resultReaders.get(function);
    if (of != null) {
      for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) {
        look(i);
      }
    }
    IntList callers = types.callers(function);
    for (int i = 0; callers != null && i < callers.size(); i++) {
      look(program.functionOf(callers.get(i)));
    }
  }

  /** What a function returns. */
  int result(int function) {
    return results[function];
  }

  /** What a callback returns, for a function that gives it to a call of which little is known. */
  int result(int callback, int reader) {
    resultReaders.computeIfAbsent(callback, each -> new BitSet()).set(reader);
    return results[callback];
  }

  /** The value that a function returns and that has to do with some bits; -1 if none does. */
  int resultCause(int function, int of) {
    return (of & Reach.REACHED) != 0 ? resultObjectCauses[function] : resultCauses[function];
  }

  // Cells and properties: places that functions share.

  int cell(int number) {
    return place(LongIntMap.key(-1, number));
  }

  int property(int thing, int key) {
    return place(LongIntMap.key(thing, key));
  }

  int element(int thing) {
    return property(thing, Names.ELEMENT);
  }

  private int place(long key) {
    int known = places.get(key);
    if (known < 0) {
      known = placeBits.add(0);
      placeCauses.add(-1);
      placeObjectCauses.add(-1);
      readers.add(null);
      places.putNew(key, known);
    }
    return known;
  }

  /** Writes to a place. */
  void write(int place, int more, int from) {
    int added = more & ~placeBits.get(place);
    if (added == 0) {
      return;
    }
    placeBits.set(place, placeBits.get(place) | more);
    if ((added & Reach.OUTSIDE) != 0 && placeCauses.get(place) < 0) {
      placeCauses.set(place, from);
    }
    if ((added & Reach.REACHED) != 0 && placeObjectCauses.get(place) < 0) {
      placeObjectCauses.set(place, from);
    }
    BitSet of = readers.get(place);
    if (of != null) {
      for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) {
        look(i);
      }
    }
  }

  /** Reads a place into a value. */
  void read(int place, int value) {
    read(place, value, -1);
  }

  /** Reads of a place what is asked for. */
  void read(int place, int value, int wanted) {
    BitSet of = readers.get(place);
    if (of == null) {
      of = new BitSet();
      readers.set(place, of);
    }
    of.set(program.functionOf(value));
    int found = placeBits.get(place) & wanted;
    if ((found & Reach.CONTROLLED) != 0) {
      add(value, found & Reach.CONTROLLED, placeCauses.get(place));
    }
    add(value, found & ~Reach.CONTROLLED, placeObjectCauses.get(place));
  }

  // The way back.

  /** The value that a controlled value is made of; -1 if it begins here. */
  int cause(int value) {
    return causes[value];
  }

  /** Whether a value comes in from outside. */
  boolean begins(int value) {
    return causes[value] == BEGINS;
  }

  /** The value that an object that all inherit from comes by; -1 if it is read here. */
  int objectCause(int value) {
    return objectCauses[value];
  }
}
