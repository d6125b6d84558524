package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contexts in which functions are gone through: one for each fact that comes in by a call, and
 * one for what begins in the function itself, be it a source, the shared heap, or an outsider's
 * call. The latter answers to all callers, the former to those that sent the fact in.
 */
final class Contexts {

  /** How many facts may come into a function before they are all gone through together. */
  private static final int MOST_OF_A_FUNCTION = 48;

  /** The exits of a context: what comes out and by which fact, in pairs. */
  static final int RETURNED = -1;

  static final int THROWN = -2;

  private final IntList functions = new IntList(256);
  private final IntList roots = new IntList(256);
  private final List<@Nullable IntList> senders = new ArrayList<>();
  private final List<@Nullable IntList> exits = new ArrayList<>();
  private final LongIntMap pairs = new LongIntMap();
  private final LongIntMap numbers = new LongIntMap();

  /** The first context that a call sent a fact into. */
  private final LongIntMap sent = new LongIntMap();

  /** The numbers of calls and facts that were sent into more. */
  private final LongIntMap sentOften = new LongIntMap();

  private final LongIntMap sentTo = new LongIntMap();
  private final int[] open;
  private final int[] count;

  Contexts(int functions) {
    open = new int[functions];
    Arrays.fill(open, -1);
    count = new int[functions];
  }

  /** The context of what begins in a function. */
  int open(int function) {
    if (open[function] < 0) {
      open[function] = add(function, -1);
    }
    return open[function];
  }

  /** Whether what comes out of a context goes to all callers. */
  boolean isOpen(int context) {
    return roots.get(context) < 0;
  }

  /** The context of a fact that comes in. */
  int of(int function, int root, int path, int mark) {
    long pair = LongIntMap.key(path, mark);
    int number = pairs.get(pair);
    if (number < 0) {
      number = pairs.size();
      pairs.putNew(pair, number);
    }
    long key = LongIntMap.key(root, number);
    int known = numbers.get(key);
    if (known >= 0) {
      return known;
    }
    if (count[function] >= MOST_OF_A_FUNCTION) {
      return open(function);
    }
    count[function]++;
    int context = add(function, root);
    numbers.putNew(key, context);
    return context;
  }

  private int add(int function, int root) {
    senders.add(null);
    exits.add(null);
    roots.add(root);
    return functions.add(function);
  }

  /** The function of a context. */
  int function(int context) {
    return functions.get(context);
  }

  /** The value by which the fact came in; -1 if the context is an open one. */
  int root(int context) {
    return roots.get(context);
  }

  /** Who sent a fact in: triples of a call, the fact, and how it was sent. */
  IntList senders(int context) {
    IntList known = senders.get(context);
    if (known == null) {
      known = new IntList(3);
      senders.set(context, known);
    }
    return known;
  }

  /** Whether a fact was not sent into a context by a call before; takes note of it. */
  boolean isNew(int context, int call, int fact) {
    long key = LongIntMap.key(call, fact);
    if (sent.putNew(key, context)) {
      return true;
    }
    if (sent.get(key) == context) {
      return false;
    }
    // Most are sent into one context alone.
    int number = sentOften.get(key);
    if (number < 0) {
      number = sentOften.size();
      sentOften.putNew(key, number);
    }
    return sentTo.putNew(LongIntMap.key(context, number), 0);
  }

  /** What comes out: pairs of what it is and the fact. */
  IntList exits(int context) {
    IntList known = exits.get(context);
    if (known == null) {
      known = new IntList(2);
      exits.set(context, known);
    }
    return known;
  }

  int size() {
    return functions.size();
  }
}
