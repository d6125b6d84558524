package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.numbers.IntTable;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import dev.emerald.core.internal.flow.types.Things.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of things, found as JavaScript finds them: own, prototypes, what they are made of.
 */
final class Heap {

  /** What a thing has itself or is made of; below it, how many objects were gone through. */
  static final int DIRECT = 0;

  static final int BY_PROTOTYPE = 1;
  static final int BY_INSTANCE = 2;

  /**
   * What all texts, arrays and functions have: nobody who calls these asks for what was put into an
   * object under a key that is not known.
   */
  private static final Set<String> OF_ALL =
      Set.of(
          "apply",
          "call",
          "charAt",
          "charCodeAt",
          "concat",
          "endsWith",
          "hasOwnProperty",
          "includes",
          "indexOf",
          "join",
          "lastIndexOf",
          "length",
          "localeCompare",
          "padEnd",
          "padStart",
          "pop",
          "push",
          "repeat",
          "replace",
          "replaceAll",
          "reverse",
          "shift",
          "slice",
          "splice",
          "split",
          "startsWith",
          "substr",
          "substring",
          "toFixed",
          "toLowerCase",
          "toString",
          "toUpperCase",
          "trim",
          "unshift",
          "valueOf");

  /**
   * How many objects deep it is looked into what objects are made of. Settings that are copied of
   * each other all over a program are made of all others in the end.
   */
  private static final int DEEPEST = 4;

  private final Program program;
  private final Graph graph;
  private final Things things;
  private final BitSet ofAll = new BitSet();
  private final LongIntMap fields = new LongIntMap();
  private final IntTable owners = new IntTable();
  private final IntTable bases = new IntTable();
  private final IntTable keysOf = new IntTable();
  private final List<IntList> keys = new ArrayList<>();
  private final int[] exportsOf;
  private final int prototypeName;
  private final int constructorName;
  private final int defaultName;

  Heap(Program program, Graph graph, Things things) {
    this.program = program;
    this.graph = graph;
    this.things = things;
    prototypeName = program.names().number("prototype");
    constructorName = program.names().number("constructor");
    defaultName = program.names().number("default");
    OF_ALL.forEach(name -> ofAll.set(program.names().number(name)));
    exportsOf = new int[program.files()];
    for (int i = 0; i < exportsOf.length; i++) {
      exportsOf[i] = graph.newNode();
      graph.add(exportsOf[i], things.of(Kind.EXPORTS, i));
    }
  }

  /** The node of what a file exports as a whole. */
  int exports(int file) {
    return exportsOf[file];
  }

  /** The node of a property of a thing. */
  int field(int thing, int key) {
    long pair = LongIntMap.key(thing, key);
    int known = fields.get(pair);
    if (known >= 0) {
      return known;
    }
    int node = graph.newNode();
    fields.putNew(pair, node);
    if (key != Names.ANY) {
      owners.put(node - program.values(), thing);
      keys(thing).add(key);
      graph.edge(node, field(thing, Names.ANY));
    }
    return node;
  }

  /** The node of a property of a thing; -1 if nobody asked for it. */
  int knownField(int thing, int key) {
    return fields.get(LongIntMap.key(thing, key));
  }

  /** The keys of a thing that somebody asked for or wrote. */
  IntList keys(int thing) {
    int known = keysOf.get(thing);
    if (known < 0) {
      known = keys.size();
      keys.add(new IntList());
      keysOf.put(thing, known);
    }
    return keys.get(known);
  }

  /** The thing that a node is a property of; -1 if it is none. */
  int owner(int node) {
    return owners.get(node - program.values());
  }

  /** The node of what a thing takes properties from that it has not itself. */
  int base(int thing) {
    int known = bases.get(thing);
    if (known < 0) {
      known = graph.newNode();
      bases.put(thing, known);
      awaitAll(thing, known);
    }
    return known;
  }

  /** Has all go on that was loaded of a thing before it was known to be made of something. */
  private void awaitAll(int thing, int base) {
    if (keysOf.get(thing) >= 0) {
      IntList of = keys(thing);
      for (int i = 0; i < of.size(); i++) {
        if (of.get(i) != Names.ELEMENT) {
          awaitAll(thing, base, of.get(i));
        }
      }
    }
    awaitAll(thing, base, Names.ANY);
  }

  private void awaitAll(int thing, int base, int key) {
    int field = knownField(thing, key);
    IntList targets = field < 0 ? null : graph.out(field);
    int any = knownField(thing, Names.ANY);
    for (int i = 0; targets != null && i < targets.size(); i++) {
      if (targets.get(i) != any) {
        await(base, thing, key, targets.get(i), DIRECT);
      }
    }
  }

  /** Lets what a thing is made of go to a node too, once that is known. */
  private void inherit(int thing, int key, int target, int direct) {
    // Elements go to whoever asks for a property, so those that ask for them cannot be told.
    int base = key == Names.ELEMENT ? base(thing) : bases.get(thing);
    if (base >= 0) {
      await(base, thing, key, target, direct);
    }
  }

  private void await(int base, int thing, int key, int target, int direct) {
    switch (things.kind(thing)) {
      case OBJECT -> {
        if (direct > DIRECT - DEEPEST) {
          graph.await(base, direct - 1, key, target);
        }
      }
      case FUNCTION, CLASS -> {
        if (key != prototypeName) {
          graph.await(base, direct, key, target);
        }
      }
      case PROTOTYPE, INSTANCE, EXPORTS -> graph.await(base, direct, key, target);
      case BOUND, CONTINUATION, RESOLVER, REGEX -> {}
    }
  }

  /** The node of what a thing takes properties from; -1 if there is nothing. */
  int knownBase(int thing) {
    return bases.get(thing);
  }

  /** Lets what a property of a thing may be go to a node. */
  void load(int thing, int key, int target) {
    load(thing, key, target, DIRECT);
  }

  private void load(int thing, int key, int target, int direct) {
    if (!graph.edge(field(thing, key), target)) {
      return;
    }
    Kind kind = things.kind(thing);
    int subject = things.subject(thing);
    switch (kind) {
      case FUNCTION, CLASS -> {
        if (key == prototypeName) {
          graph.add(target, things.of(Kind.PROTOTYPE, thing));
          if (kind == Kind.FUNCTION) {
            graph.add(program.receiver(subject), things.of(Kind.INSTANCE, thing));
          }
        }
        inherit(thing, key, target, direct);
      }
      case BOUND, CONTINUATION, RESOLVER, REGEX -> {}
      case PROTOTYPE -> {
        if (key == constructorName) {
          graph.add(target, subject);
        }
        graph.await(base(subject), BY_PROTOTYPE, key, target);
        graph.await(field(subject, prototypeName), DIRECT, key, target);
        inherit(thing, key, target, direct);
      }
      case INSTANCE -> {
        load(things.of(Kind.PROTOTYPE, subject), key, target, direct);
        graph.await(base(subject), BY_INSTANCE, key, target);
        inherit(thing, key, target, direct);
      }
      case OBJECT -> {
        if (key != Names.ANY && key != Names.ELEMENT && !ofAll.get(key)) {
          graph.edge(field(thing, Names.ELEMENT), target);
        }
        inherit(thing, key, target, direct);
      }
      case EXPORTS -> {
        if (key == defaultName) {
          graph.edge(exportsOf[subject], target);
        }
        if (!ofAll.get(key)) {
          graph.edge(field(thing, Names.ELEMENT), target);
        }
        inherit(thing, key, target, direct);
      }
    }
  }

  /** Goes on with a load whose base has become known. */
  void awaited(int how, int key, int target, int thing) {
    if (how <= DIRECT) {
      load(thing, key, target, how);
    } else if (things.kind(thing) == Kind.FUNCTION || things.kind(thing) == Kind.CLASS) {
      Kind part = how == BY_INSTANCE ? Kind.INSTANCE : Kind.PROTOTYPE;
      load(things.of(part, thing), key, target);
    }
  }

  /** The things that methods stored at a thing have as their receiver. */
  int receiverOf(int thing) {
    return things.kind(thing) == Kind.PROTOTYPE
        ? things.of(Kind.INSTANCE, things.subject(thing))
        : thing;
  }

  Things things() {
    return things;
  }

  Program program() {
    return program;
  }

  @Nullable IntList out(int node) {
    return graph.out(node);
  }
}
