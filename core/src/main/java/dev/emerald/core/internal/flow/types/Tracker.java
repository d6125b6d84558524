package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.ClassShape;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Things.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows functions, classes and objects through the program to a fixed point: what each
 * instruction does with those that come to it. It does not look at the order of instructions or at
 * contexts, and each value holds a bounded number of things, so that the work is linear in the size
 * of the program.
 */
public final class Tracker implements Graph.Listener {

  private final Program program;
  private final Names names;
  private final Things things = new Things();
  private final Graph graph;
  private final Heap heap;
  private final Calls calls;
  private final Linker linker;
  private final Continuations continuations;
  private final int[] cells;

  private Tracker(Program program) {
    this.program = program;
    this.names = program.names();
    this.graph = new Graph(program.values());
    this.heap = new Heap(program, graph, things);
    this.calls = new Calls(program.functions(), program.values());
    this.continuations = new Continuations(program, graph, things);
    this.linker = new Linker(program, graph, heap, calls, continuations);
    this.cells = new int[program.cells()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = graph.newNode();
    }
  }

  /** What the values of a program may be. */
  public static Types track(Program program) {
    Tracker tracker = new Tracker(program);
    for (int file = 0; file < program.files(); file++) {
      tracker.classes(file);
    }
    tracker.inject();
    for (int function = 0; function < program.functions(); function++) {
      tracker.begin(function);
    }
    boolean complete = tracker.graph.run(tracker);
    tracker.graph.settle();
    return new Types(
        program,
        tracker.things,
        tracker.graph,
        tracker.heap,
        tracker.calls,
        tracker.linker,
        tracker.continuations,
        tracker.cells,
        complete);
  }

  /** Puts methods where they are found. */
  private void classes(int file) {
    FileFlow flow = program.file(file);
    for (int i = 0; i < flow.classes(); i++) {
      ClassShape shape = flow.classShape(i);
      int type = things.of(Kind.CLASS, program.classNumber(file, i));
      int prototype = things.of(Kind.PROTOTYPE, type);
      int instance = things.of(Kind.INSTANCE, type);
      if (shape.constructor() >= 0) {
        int function = program.function(file, shape.constructor());
        graph.add(program.receiver(function), instance);
      }
      for (ClassShape.Method method : shape.methods()) {
        int function = program.function(file, method.body());
        int owner = method.onClass() ? type : prototype;
        int receiver = method.onClass() ? type : instance;
        int key = names.number(method.name());
        graph.add(program.receiver(function), receiver);
        switch (method.kind()) {
          case METHOD -> graph.add(heap.field(owner, key), things.of(Kind.FUNCTION, function));
          case GETTER -> graph.edge(linker.result(function), heap.field(owner, key));
          case SETTER -> {
            int[] parameters = program.parameters(function);
            if (parameters.length > 0) {
              graph.edge(heap.field(receiver, key), parameters[0]);
            }
          }
        }
      }
    }
  }

  /**
   * A container makes what the constructors of decorated classes ask for by its type: instances of
   * the one decorated class of that name.
   */
  private void inject() {
    Map<String, Integer> decorated = new HashMap<>();
    for (int number = 0; number < program.classes(); number++) {
      ClassShape shape = shape(number);
      if (!shape.decorators().isEmpty() && !shape.name().isEmpty()) {
        decorated.merge(shape.name(), number, (one, other) -> -1);
      }
    }
    for (int number = 0; number < program.classes() && !decorated.isEmpty(); number++) {
      ClassShape shape = shape(number);
      if (shape.decorators().isEmpty() || shape.constructor() < 0) {
        continue;
      }
      int function = program.function(program.fileOfClass(number), shape.constructor());
      int[] parameters = program.parameters(function);
      for (int i = 0; i < shape.injected().size() && i < parameters.length; i++) {
        int type = decorated.getOrDefault(shape.injected().get(i), -1);
        if (type >= 0 && parameters[i] >= 0) {
          graph.add(parameters[i], things.of(Kind.INSTANCE, things.of(Kind.CLASS, type)));
        }
      }
    }
  }

  private ClassShape shape(int number) {
    return program.file(program.fileOfClass(number)).classShape(program.classIndex(number));
  }

  /** What instructions give by themselves. */
  private void begin(int function) {
    Body body = program.body(function);
    int file = program.fileOf(function);
    int base = program.base(function);
    if (Constructors.isOne(program, function)) {
      int own = things.of(Kind.FUNCTION, function);
      graph.add(program.receiver(function), things.of(Kind.INSTANCE, own));
    }
    for (int v = 0; v < body.size(); v++) {
      int value = base + v;
      switch (body.op(v)) {
        case FUNCTION ->
            graph.add(value, things.of(Kind.FUNCTION, program.function(file, body.a(v))));
        case CLASS -> graph.add(value, things.of(Kind.CLASS, program.classNumber(file, body.a(v))));
        case OBJECT, ARGUMENTS -> graph.add(value, things.of(Kind.OBJECT, value));
        case ARRAY -> array(body, base, v);
        case NEW -> {
          int api = body.api(v);
          if (api >= 0 && ApiTypes.isEmitter(program.flowOf(function).name(api))) {
            graph.add(value, things.of(Kind.OBJECT, value));
          }
        }
        case CALL -> {
          continuations.begin(function, body, v);
          linker.queue(body, function, v);
        }
        case REGEX -> graph.add(value, things.of(Kind.REGEX, value));
        case PARAM -> {
          if (body.b(v) == 1) {
            graph.add(value, things.of(Kind.OBJECT, value));
          }
        }
        case EXPORTS -> graph.add(value, things.of(Kind.EXPORTS, file));
        case MODULE -> {
          int target = module(file, body.a(v));
          if (target >= 0) {
            graph.edge(heap.exports(target), value);
          }
        }
        case IMPORT -> {
          int target = module(file, body.a(v));
          if (target >= 0) {
            graph.await(heap.exports(target), Heap.DIRECT, names.of(file, body.b(v)), value);
          }
        }
        case EXPORT_ALL -> {
          int target = module(file, body.a(v));
          if (target >= 0) {
            graph.edge(heap.exports(target), heap.base(things.of(Kind.EXPORTS, file)));
          }
        }
        case CELL_GET -> graph.edge(cells[program.cell(file, body.a(v))], value);
        default -> {}
      }
    }
  }

  private int module(int file, int name) {
    return program.module(file, program.file(file).name(name));
  }

  private void array(Body body, int base, int v) {
    int thing = things.of(Kind.OBJECT, base + v);
    graph.add(base + v, thing);
    int element = heap.field(thing, Names.ELEMENT);
    int list = body.c(v);
    for (int i = 0; i < body.listSize(list); i++) {
      int item = body.listAt(list, i);
      if (item < 0) {
        continue;
      }
      if (body.op(item) == Op.SPREAD) {
        graph.await(base + body.a(item), Heap.DIRECT, Names.ANY, element);
      } else {
        graph.edge(base + item, element);
      }
    }
  }

  @Override
  public void arrived(int node, int thing) {
    if (node < program.values()) {
      Uses uses = program.uses();
      for (int i = 0, n = uses.count(node); i < n; i++) {
        use(node, uses.get(node, i), thing);
      }
      return;
    }
    Kind kind = things.kind(thing);
    int owner = heap.owner(node);
    if (owner >= 0 && kind == Kind.FUNCTION) {
      graph.add(program.receiver(things.subject(thing)), heap.receiverOf(owner));
    }
    int emitted = linker.emission(node);
    if (emitted >= 0) {
      linker.link(emitted, thing, linker.shift(node));
    }
  }

  @Override
  public void awaited(int how, int key, int target, int thing) {
    if (how <= Heap.BY_INSTANCE) {
      heap.awaited(how, key, target, thing);
    } else if (how == Continuations.AWAITED) {
      continuations.arrived(key, thing);
    } else {
      linker.awaited(how, key, target, thing);
    }
  }

  private void use(int value, int user, int thing) {
    int function = program.functionOf(user);
    Body body = program.body(function);
    int file = program.fileOf(function);
    int base = program.base(function);
    int v = value - base;
    int u = user - base;
    switch (body.op(u)) {
      case PHI, AWAIT, YIELD, SIGMA -> graph.add(user, thing);
      case RETURN -> graph.add(linker.result(function), thing);
      case CELL_SET -> graph.add(cells[program.cell(file, body.a(u))], thing);
      case EXPORT ->
          graph.edge(value, heap.field(things.of(Kind.EXPORTS, file), names.of(file, body.a(u))));
      case SET_EXPORTS -> graph.edge(value, heap.exports(file));
      case FUNCTION -> capture(body, u, v, program.function(file, body.a(u)), thing);
      case CLASS ->
          graph.add(heap.base(things.of(Kind.CLASS, program.classNumber(file, body.a(u)))), thing);
      case LOAD -> heap.load(thing, names.of(file, body.b(u)), user);
      case LOAD_KEY -> {
        if (body.a(u) == v) {
          heap.load(thing, linker.key(body, program.file(file), body.b(u), Names.ANY), user);
        }
      }
      case ELEMENT -> heap.load(thing, Names.ANY, user);
      case STORE -> {
        if (body.a(u) == v) {
          graph.edge(base + body.c(u), heap.field(thing, names.of(file, body.b(u))));
        }
      }
      case STORE_KEY -> {
        if (body.a(u) == v) {
          int key = linker.key(body, program.file(file), body.b(u), Names.ELEMENT);
          graph.edge(base + body.c(u), heap.field(thing, key));
        }
      }
      case SPREAD_COPY -> {
        if (body.a(u) == v) {
          graph.edge(base + body.b(u), heap.base(thing));
        }
      }
      case CALL, NEW, TAGGED -> linker.use(body, function, v, u, thing);
      default -> {}
    }
  }

  private void capture(Body body, int u, int v, int inner, int thing) {
    int list = body.c(u);
    int[] captures = program.captures(inner);
    for (int j = 0; j < body.listSize(list) && j < captures.length; j++) {
      if (body.listAt(list, j) == v) {
        graph.add(captures[j], thing);
      }
    }
  }
}
