package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.spi.ast.Node;
import java.util.Arrays;
import java.util.List;

/**
 * The value that each variable of a function has at this point. Variables have slots. What changes
 * is logged, so that a path can be taken back and another be followed from the same start; then the
 * paths are joined.
 */
final class Environment {

  /** No value yet. */
  static final int NONE = -1;

  /** A value that is not known any more: it must be read anew. */
  static final int STALE = -2;

  /** Operands of a join that are taken apart to find conditions that cancel out. */
  private static final int MAX_FLAT = 16;

  private final Instructions code;
  private int[] values = new int[16];
  private int[] times = new int[16];
  private int[] initials = new int[16];
  private int[] stamps = new int[16];
  private int slots;
  private int[] logSlots = new int[32];
  private int[] logValues = new int[32];
  private int[] logTimes = new int[32];
  private int logged;
  private int stamp;

  /** The assignments of all {@code try} regions so far, as pairs of slot and value. */
  private final Ints assigned = new Ints();

  private int regions;
  private boolean dead;

  Environment(Instructions code) {
    this.code = code;
  }

  int newSlot() {
    if (slots == values.length) {
      int length = slots * 2;
      values = Arrays.copyOf(values, length);
      times = Arrays.copyOf(times, length);
      initials = Arrays.copyOf(initials, length);
      stamps = Arrays.copyOf(stamps, length);
    }
    values[slots] = NONE;
    times[slots] = 0;
    initials[slots] = NONE;
    stamps[slots] = 0;
    return slots++;
  }

  /** Whether this point cannot be reached. */
  boolean dead() {
    return dead;
  }

  void die() {
    dead = true;
  }

  void revive() {
    dead = false;
  }

  int get(int slot) {
    int value = values[slot];
    return value == NONE ? initials[slot] : value;
  }

  int time(int slot) {
    return times[slot];
  }

  /** The value that a variable has in all of the function unless it is set. */
  void initial(int slot, int value) {
    initials[slot] = value;
  }

  void set(int slot, int value, int time) {
    if (values[slot] == value && times[slot] == time) {
      return;
    }
    if (logged == logSlots.length) {
      logSlots = Arrays.copyOf(logSlots, logged * 2);
      logValues = Arrays.copyOf(logValues, logged * 2);
      logTimes = Arrays.copyOf(logTimes, logged * 2);
    }
    logSlots[logged] = slot;
    logTimes[logged] = times[slot];
    logValues[logged++] = values[slot];
    values[slot] = value;
    times[slot] = time;
  }

  /** An assignment of a variable, not a condition that is known of it. */
  void assign(int slot, int value) {
    set(slot, value, 0);
    if (regions > 0) {
      assigned.add(slot);
      assigned.add(value);
    }
  }

  // ---- paths

  int mark() {
    return logged;
  }

  /** Whether anything has changed since a mark. */
  boolean changedSince(int mark) {
    return logged > mark || dead;
  }

  /** What has changed since a mark. */
  State snapshot(int mark) {
    if (dead) {
      return State.DEAD;
    }
    if (logged == mark) {
      return State.SAME;
    }
    stamp++;
    int count = 0;
    for (int i = mark; i < logged; i++) {
      if (stamps[logSlots[i]] != stamp) {
        stamps[logSlots[i]] = stamp;
        count++;
      }
    }
    int[] changed = new int[count];
    int[] to = new int[count];
    int[] at = new int[count];
    stamp++;
    int next = 0;
    for (int i = mark; i < logged; i++) {
      int slot = logSlots[i];
      if (stamps[slot] != stamp) {
        stamps[slot] = stamp;
        changed[next] = slot;
        to[next] = values[slot];
        at[next++] = times[slot];
      }
    }
    return new State(changed, to, at, false);
  }

  /** Takes back what has changed since a mark. */
  void restore(int mark) {
    while (logged > mark) {
      logged--;
      values[logSlots[logged]] = logValues[logged];
      times[logSlots[logged]] = logTimes[logged];
    }
    dead = false;
  }

  /** What has changed since a mark; it is taken back. */
  State take(int mark) {
    State state = snapshot(mark);
    restore(mark);
    return state;
  }

  /** What has changed since a mark; only what came after a later mark is taken back. */
  State takeAfter(int mark, int later) {
    boolean wasDead = dead;
    State state = snapshot(mark);
    restore(later);
    dead = wasDead;
    return state;
  }

  /** Goes to the end of a path. */
  void apply(State state) {
    for (int i = 0; i < state.size(); i++) {
      set(state.slot(i), state.value(i), state.time(i));
    }
    dead |= state.dead();
  }

  /** Goes to where several paths meet that have all started here. */
  void join(List<State> states, Node node) {
    State only = null;
    int alive = 0;
    for (int i = 0; i < states.size(); i++) {
      if (!states.get(i).dead()) {
        alive++;
        only = states.get(i);
      }
    }
    if (only == null) {
      dead = true;
      return;
    }
    if (alive == 1) {
      apply(only);
      return;
    }
    Ints changed = new Ints();
    stamp++;
    for (int i = 0; i < states.size(); i++) {
      State state = states.get(i);
      for (int k = 0; k < state.size(); k++) {
        if (stamps[state.slot(k)] != stamp) {
          stamps[state.slot(k)] = stamp;
          changed.add(state.slot(k));
        }
      }
    }
    if (changed.size() > 0) {
      joinValues(states, alive, changed, node);
    }
  }

  /** Sorts what the paths say by variable, so that each entry is looked at once. */
  private void joinValues(List<State> states, int alive, Ints changed, Node node) {
    int count = changed.size();
    int[] rows = indexBySlot;
    if (rows.length < slots) {
      rows = new int[values.length];
      indexBySlot = rows;
    }
    int[] sizes = new int[count + 1];
    for (int i = 0; i < count; i++) {
      rows[changed.get(i)] = i;
    }
    for (State state : states) {
      for (int k = 0; k < state.size(); k++) {
        sizes[rows[state.slot(k)] + 1]++;
      }
    }
    for (int i = 1; i <= count; i++) {
      sizes[i] += sizes[i - 1];
    }
    int[] next = sizes.clone();
    int[] all = new int[sizes[count]];
    int[] when = new int[sizes[count]];
    for (State state : states) {
      for (int k = 0; k < state.size(); k++) {
        int at = next[rows[state.slot(k)]]++;
        all[at] = state.value(k);
        when[at] = state.time(k);
      }
    }
    Ints operands = new Ints();
    for (int i = 0; i < count; i++) {
      joinSlot(changed.get(i), all, when, sizes[i], sizes[i + 1], alive, operands, node);
    }
  }

  private int[] indexBySlot = {};

  /** Told which variable has which value from where paths meet. */
  interface Holding {
    void hold(int slot, int value);
  }

  private Holding holding = (slot, value) -> {};

  /** Has somebody told what variables hold where paths meet, as conditions may be asked of it. */
  void tell(Holding told) {
    holding = told;
  }

  private void joinSlot(
      int slot, int[] all, int[] when, int from, int to, int alive, Ints operands, Node node) {
    operands.cut(0);
    boolean unchanged = to - from < alive;
    boolean stale = false;
    int time = 0;
    if (unchanged) {
      int value = get(slot);
      time = times[slot];
      if (value >= 0) {
        operands.add(value);
      }
      stale = value == STALE;
    }
    for (int i = from; i < to; i++) {
      int value = all[i] == NONE ? initials[slot] : all[i];
      stale |= value == STALE;
      if (value >= 0) {
        operands.add(value);
      }
      if (when[i] > 0) {
        time = time == 0 ? when[i] : Math.min(time, when[i]);
      }
    }
    if (stale || operands.size() == 0) {
      set(slot, STALE, 0);
    } else if (time > 0 && unchanged && get(slot) == NONE) {
      // stored on some paths, never read on the others
      set(slot, STALE, 0);
    } else {
      int joined = phi(operands, node);
      set(slot, joined, time);
      holding.hold(slot, joined);
    }
  }

  /** One of several values; the list may be changed. */
  int phi(Ints operands, Node node) {
    Ints flat = operands;
    if (operands.size() <= MAX_FLAT) {
      flat = new Ints(MAX_FLAT);
      for (int i = 0; i < operands.size(); i++) {
        flatten(operands.get(i), flat);
      }
      cancel(flat);
    } else {
      flat = distinct(operands);
    }
    if (flat.size() == 1) {
      return flat.get(0);
    }
    int phi = code.add(Op.PHI, -1, -1, code.list(flat), node);
    if (isOne(flat)) {
      code.alias(phi, flat.get(0));
    }
    return phi;
  }

  /** Whether all are one value under several conditions. */
  private boolean isOne(Ints values) {
    int canon = code.canon(values.get(0));
    for (int i = 1; i < values.size(); i++) {
      if (code.canon(values.get(i)) != canon) {
        return false;
      }
    }
    return values.size() > 0;
  }

  private Ints distinct(Ints operands) {
    int[] sorted = operands.toArray();
    Arrays.sort(sorted);
    Ints flat = new Ints(sorted.length);
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        flat.add(sorted[i]);
      }
    }
    return flat;
  }

  private void flatten(int value, Ints flat) {
    int length = code.op(value) == Op.PHI ? code.listSize(code.c(value)) : 0;
    if (length > 0 && length + flat.size() <= MAX_FLAT && !holes.has(value)) {
      for (int i = 0; i < length; i++) {
        flat.addNew(code.listAt(code.c(value), i));
      }
    } else {
      flat.addNew(value);
    }
  }

  /** The PHIs of loops, whose lists are not known until their end. */
  private final Holes holes = new Holes();

  /** A PHI at the head of a loop. */
  int hole(Node node) {
    int phi = code.add(Op.PHI, -1, -1, -1, node);
    holes.add(phi);
    return phi;
  }

  /** A value where a condition is true, and where it is false, is just that value. */
  private void cancel(Ints flat) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < flat.size() && !changed; i++) {
        int one = flat.get(i);
        if (code.op(one) != Op.SIGMA || code.c(one) == 2) {
          continue;
        }
        for (int k = i + 1; k < flat.size() && !changed; k++) {
          int other = flat.get(k);
          if (code.op(other) == Op.SIGMA
              && code.a(other) == code.a(one)
              && code.b(other) == code.b(one)
              && code.c(other) == 1 - code.c(one)) {
            flat.set(i, code.a(one));
            flat.set(k, flat.last());
            flat.pop();
            changed = true;
          }
        }
        for (int k = 0; k < flat.size() && changed; k++) {
          if (k != i && flat.get(k) == flat.get(i)) {
            flat.set(k, flat.last());
            flat.pop();
            break;
          }
        }
      }
    }
  }

  // ---- exceptions

  /** Starts a region whose assignments are remembered. */
  int openRegion() {
    regions++;
    return assigned.size();
  }

  void closeRegion() {
    regions--;
    if (regions == 0) {
      assigned.cut(0);
    }
  }

  /** Where the region may be left at any point: each variable has one of all its values. */
  State thrown(int region, Node node) {
    if (assigned.size() == region) {
      return State.SAME;
    }
    int mark = logged;
    int count = (assigned.size() - region) / 2;
    long[] pairs = new long[count];
    for (int i = 0; i < count; i++) {
      pairs[i] = (long) assigned.get(region + 2 * i) << 32 | i;
    }
    Arrays.sort(pairs);
    Ints operands = new Ints();
    for (int i = 0; i < count; ) {
      int slot = (int) (pairs[i] >>> 32);
      operands.cut(0);
      if (get(slot) >= 0) {
        operands.add(get(slot));
      }
      boolean stale = get(slot) == STALE;
      for (; i < count && (int) (pairs[i] >>> 32) == slot; i++) {
        int value = assigned.get(region + 2 * (int) pairs[i] + 1);
        stale |= value < 0;
        if (value >= 0) {
          operands.add(value);
        }
      }
      set(slot, stale ? STALE : phi(operands, node), 0);
    }
    return take(mark);
  }

  /** A set of values. */
  private static final class Holes {
    private final java.util.BitSet set = new java.util.BitSet();

    void add(int value) {
      set.set(value);
    }

    boolean has(int value) {
      return set.get(value);
    }
  }
}
