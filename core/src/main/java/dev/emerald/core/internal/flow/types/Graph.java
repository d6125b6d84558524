package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that hold things, and edges along which they go. The first nodes are the values of the
 * program; others stand for properties, cells and results.
 *
 * <p>A node holds a bounded number of things: what comes later is not followed, so that registries
 * of hundreds of handlers cost no more than others.
 */
final class Graph {

  /** Takes note of what happens. */
  interface Listener {

    /** A thing has come to a node for the first time. */
    void arrived(int node, int thing);

    /** A thing has come to a node that somebody waits at. */
    void awaited(int waiting, int key, int target, int thing);
  }

  /** How many things a node holds. */
  static final int MOST = 16;

  /** Up to so many edges of a node are looked through one by one. */
  private static final int FEW = 16;

  private static final int[] NOTHING = {};

  private int[][] things;
  private @Nullable IntList[] out;
  private @Nullable IntList[] waiting;
  private LongIntMap edges = new LongIntMap();
  private IntList queue = new IntList(4096);
  private final IntList pending = new IntList(64);
  private int nodes;
  private long steps;
  private final long mostSteps;

  Graph(int values) {
    nodes = values;
    things = new int[values + 1024][];
    out = new IntList[values + 1024];
    waiting = new IntList[values + 1024];
    mostSteps = 1_000_000L + 20L * values;
  }

  int newNode() {
    if (nodes == things.length) {
      int more = nodes + (nodes >> 2) + 1024;
      things = Arrays.copyOf(things, more);
      out = Arrays.copyOf(out, more);
      waiting = Arrays.copyOf(waiting, more);
    }
    return nodes++;
  }

  /** What a node holds; not to be changed. */
  int[] things(int node) {
    int[] held = things[node];
    return held == null ? NOTHING : held;
  }

  /** Where the things of a node go besides the uses of a value. */
  @Nullable IntList out(int node) {
    return out[node];
  }

  void add(int node, int thing) {
    if (node < 0) {
      return;
    }
    int[] held = things[node];
    if (held == null) {
      things[node] = new int[] {thing};
    } else {
      if (held.length >= MOST) {
        return;
      }
      for (int each : held) {
        if (each == thing) {
          return;
        }
      }
      int[] more = Arrays.copyOf(held, held.length + 1);
      more[held.length] = thing;
      things[node] = more;
    }
    queue.add(node);
    queue.add(thing);
  }

  /** Lets all that a node holds go to another; gives false if it does already. */
  boolean edge(int from, int to) {
    if (from < 0 || to < 0 || from == to) {
      return false;
    }
    IntList list = out[from];
    if (list == null) {
      list = new IntList(2);
      out[from] = list;
    }
    if (isEdge(from, list, to)) {
      return false;
    }
    list.add(to);
    for (int thing : things(from)) {
      add(to, thing);
    }
    return true;
  }

  /**
   * Whether there is an edge already; if not, it is noted where there are too many to look through.
   */
  private boolean isEdge(int from, IntList list, int to) {
    int size = list.size();
    if (size <= FEW && list.contains(to)) {
      return true;
    }
    if (size < FEW) {
      return false;
    }
    if (size == FEW) {
      for (int i = 0; i < size; i++) {
        edges.putNew(LongIntMap.key(from, list.get(i)), 0);
      }
    }
    return !edges.putNew(LongIntMap.key(from, to), 0);
  }

  /** Has the listener told of all things that come to a node, those that are there among them. */
  void await(int node, int how, int key, int target) {
    if (node < 0) {
      return;
    }
    IntList list = waiting[node];
    if (list == null) {
      list = new IntList(3);
      waiting[node] = list;
    }
    list.add(how);
    list.add(key);
    list.add(target);
    for (int thing : things(node)) {
      pending.add(how);
      pending.add(key);
      pending.add(target);
      pending.add(thing);
    }
  }

  /** Lets things go on until none moves; gives false if that was too much work. */
  boolean run(Listener listener) {
    int head = 0;
    while (head < queue.size() || pending.size() > 0) {
      if (++steps > mostSteps) {
        return false;
      }
      if (pending.size() > 0) {
        int thing = pending.removeLast();
        int target = pending.removeLast();
        int key = pending.removeLast();
        listener.awaited(pending.removeLast(), key, target, thing);
        continue;
      }
      int node = queue.get(head++);
      int thing = queue.get(head++);
      if (head > 1 << 16 && head > queue.size() / 2) {
        queue.removeFirst(head);
        head = 0;
      }
      listener.arrived(node, thing);
      IntList to = out[node];
      if (to != null) {
        for (int i = 0; i < to.size(); i++) {
          add(to.get(i), thing);
        }
      }
      IntList waits = waiting[node];
      if (waits != null) {
        for (int i = 0, n = waits.size(); i < n; i += 3) {
          listener.awaited(waits.get(i), waits.get(i + 1), waits.get(i + 2), thing);
        }
      }
    }
    return true;
  }

  /** Lets go what is needed for adding things and edges alone. */
  void settle() {
    queue = new IntList();
    edges = new LongIntMap();
    waiting = new IntList[0];
  }
}
