package dev.emerald.core.internal.flow.taint;

import java.util.Arrays;

/**
 * The facts that were found, each once, in the order they were found: in a context, a value is
 * controlled at a path in a way. Each knows the fact that it was found from, and the first one is
 * the nearest: so the way back is a short one.
 */
final class Facts {

  /** Nobody: the fact begins here. */
  static final int NONE = -1;

  // The parts of a fact lie side by side: facts are looked at in no order, all parts at a time.
  private static final int CONTEXT = 0;
  private static final int VALUE = 1;
  private static final int PATH = 2;
  private static final int MARK = 3;
  private static final int FROM = 4;
  private static final int VIA = 5;
  private static final int BEFORE = 6;
  private static final int PARTS = 7;

  private int[] parts = new int[1024 * PARTS];

  /** For each place the fact that was found last of it. */
  private int[] table = new int[4096];

  private int places;
  private int size;

  Facts() {
    Arrays.fill(table, -1);
  }

  int size() {
    return size;
  }

  int context(int fact) {
    return parts[fact * PARTS + CONTEXT];
  }

  int value(int fact) {
    return parts[fact * PARTS + VALUE];
  }

  int path(int fact) {
    return parts[fact * PARTS + PATH];
  }

  int mark(int fact) {
    return parts[fact * PARTS + MARK];
  }

  /** The fact it was found from; {@link #NONE} if it begins here. */
  int from(int fact) {
    return parts[fact * PARTS + FROM];
  }

  /** Of what a call gives: the fact that was sent into the call. */
  int via(int fact) {
    return parts[fact * PARTS + VIA];
  }

  /**
   * The fact that was found last of a value at a path in a context, whatever the way; {@link #NONE}
   * if none was.
   */
  int last(int inContext, int ofValue, int atPath) {
    return table[slot(inContext, ofValue, atPath)];
  }

  /** The fact that was found before one, of the same value at the same path. */
  int before(int fact) {
    return parts[fact * PARTS + BEFORE];
  }

  /** Adds a fact that was not found before; gives its number. */
  int add(int inContext, int ofValue, int atPath, int marked, int foundFrom, int sentBy) {
    int at = size * PARTS;
    if (at == parts.length) {
      parts = Arrays.copyOf(parts, (size + (size >> 1)) * PARTS);
    }
    int slot = slot(inContext, ofValue, atPath);
    int last = table[slot];
    if (last == NONE) {
      if (++places * 2 >= table.length) {
        grow();
        slot = slot(inContext, ofValue, atPath);
      }
    }
    table[slot] = size;
    parts[at + CONTEXT] = inContext;
    parts[at + VALUE] = ofValue;
    parts[at + PATH] = atPath;
    parts[at + MARK] = marked;
    parts[at + FROM] = foundFrom;
    parts[at + VIA] = sentBy;
    parts[at + BEFORE] = last;
    return size++;
  }

  private void grow() {
    int[] old = table;
    table = new int[old.length * 2];
    Arrays.fill(table, NONE);
    for (int fact : old) {
      if (fact != NONE) {
        table[slot(context(fact), value(fact), path(fact))] = fact;
      }
    }
  }

  /** Where the last fact of a place is, or would be. */
  private int slot(int inContext, int ofValue, int atPath) {
    int mask = table.length - 1;
    int i = hash(inContext, ofValue, atPath) & mask;
    while (table[i] != NONE && !isAt(table[i], inContext, ofValue, atPath)) {
      i = i + 1 & mask;
    }
    return i;
  }

  private boolean isAt(int fact, int inContext, int ofValue, int atPath) {
    int at = fact * PARTS;
    return parts[at + VALUE] == ofValue
        && parts[at + CONTEXT] == inContext
        && parts[at + PATH] == atPath;
  }

  private static int hash(int a, int b, int c) {
    long mixed = a * 0x9E37_79B9_7F4A_7C15L + b;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58_476D_1CE4_E5B9L + c;
    mixed = (mixed ^ mixed >>> 32) * 0x94D0_49BB_1331_11EBL;
    return (int) (mixed ^ mixed >>> 31);
  }
}
