package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.LongIntMap;
import dev.emerald.core.internal.flow.types.Things.Kind;
import dev.emerald.spi.scope.Constant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls do with functions, classes and objects: their own, and those they are given. */
public final class Linker {

  private static final int INHERITED = 3;
  private static final int CONSTRUCTED = 4;

  /** Methods of libraries that make a class of an object with its methods, their last argument. */
  private static final Set<String> MAKING =
      Set.of("extend", "createClass", "subclass", "declare", "widget");

  private final Program program;
  private final Names names;
  private final Graph graph;
  private final Heap heap;
  private final Things things;
  private final Calls calls;
  private final int[] results;
  private final LongIntMap emissions = new LongIntMap();
  private final LongIntMap tasks = new LongIntMap();
  private final Continuations continuations;

  Linker(Program program, Graph graph, Heap heap, Calls calls, Continuations continuations) {
    this.continuations = continuations;
    this.program = program;
    this.names = program.names();
    this.graph = graph;
    this.heap = heap;
    this.things = heap.things();
    this.calls = calls;
    results = new int[program.functions()];
    for (int i = 0; i < results.length; i++) {
      results[i] = graph.newNode();
    }
  }

  /** The node of what a function returns. */
  int result(int function) {
    return results[function];
  }

  /** The call that emits the event whose listeners a node holds; -1 if it holds none. */
  int emission(int node) {
    return emissions.get(node);
  }

  /** What is added to the index of an argument of a call that emits an event or a task. */
  int shift(int node) {
    return tasks.get(node) >= 0 ? 0 : -1;
  }

  /** A queue is made with the function that works on what is put into it. */
  void queue(Body body, int function, int u) {
    int api = body.api(u);
    if (api < 0 || !ApiTypes.isQueue(program.flowOf(function).name(api))) {
      return;
    }
    int base = program.base(function);
    int list = body.c(u);
    if (body.listSize(list) > 0 && body.listAt(list, 0) >= 0) {
      int queue = things.of(Kind.OBJECT, base + u);
      graph.add(base + u, queue);
      graph.edge(base + body.listAt(list, 0), heap.field(queue, names.number(WORKER)));
    }
  }

  /** The property of a queue that is its function; no program names one so. */
  private static final String WORKER = "its worker";

  /** The property of a storage that is what it holds. */
  public static final String STORE = "its store";

  /** A thing comes to a call, as whatever operand. */
  void use(Body body, int function, int v, int u, int thing) {
    int call = program.base(function) + u;
    boolean callee = body.a(u) == v;
    if (callee) {
      link(call, thing, 0);
    }
    Op op = body.op(u);
    if (op == Op.TAGGED) {
      return;
    }
    if (op == Op.CALL && body.b(u) == v) {
      String method = method(program.flowOf(function), body, u);
      if (method != null) {
        receive(body, function, u, method, thing);
      }
    }
    int list = body.c(u);
    int size = body.listSize(list);
    for (int i = 0; i < size; i++) {
      if (body.listAt(list, i) == v) {
        argument(body, function, u, i, thing);
      }
    }
  }

  /** The name of the method that is called, as it is written. */
  static @Nullable String method(FileFlow file, Body body, int call) {
    int callee = body.a(call);
    while (callee >= 0 && body.op(callee) == Op.SIGMA) {
      callee = body.a(callee);
    }
    return callee >= 0 && body.op(callee) == Op.LOAD ? file.name(body.b(callee)) : null;
  }

  private void receive(Body body, int function, int u, String method, int thing) {
    int base = program.base(function);
    int list = body.c(u);
    int size = body.listSize(list);
    switch (method) {
      case "bind" -> {
        if (things.kind(thing) == Kind.FUNCTION) {
          graph.add(base + u, things.bound(thing, Math.max(0, size - 1)));
          int[] parameters = program.parameters(things.subject(thing));
          for (int i = 1; i < size && i - 1 < parameters.length; i++) {
            graph.edge(base + body.listAt(list, i), parameters[i - 1]);
          }
          if (size > 0) {
            graph.edge(base + body.listAt(list, 0), program.receiver(things.subject(thing)));
          }
        }
      }
      case "on", "once", "addListener", "prependListener" -> {
        String event = size < 2 ? null : text(program.flowOf(function), body, body.listAt(list, 0));
        if (event != null) {
          int field = heap.field(thing, names.number("on " + event));
          graph.edge(base + body.listAt(list, 1), field);
          graph.add(base + u, thing);
        }
      }
      case "emit" -> {
        String event = size < 1 ? null : text(program.flowOf(function), body, body.listAt(list, 0));
        if (event != null) {
          int node = graph.newNode();
          emissions.putNew(node, base + u);
          heap.load(thing, names.number("on " + event), node);
        }
      }
      case "run", "enterWith" -> {
        if (size > 0 && isMade(thing)) {
          graph.edge(base + body.listAt(list, 0), heap.field(thing, names.number(STORE)));
        }
      }
      case "getStore" -> heap.load(thing, names.number(STORE), base + u);
      case "push", "unshift", "add" -> {
        if (isTask(thing)) {
          int node = graph.newNode();
          emissions.putNew(node, base + u);
          tasks.putNew(node, 0);
          heap.load(thing, names.number(WORKER), node);
        }
        for (int i = 0; i < size; i++) {
          graph.edge(base + body.listAt(list, i), heap.field(thing, Names.ELEMENT));
        }
      }
      case "set" -> {
        if (size == 2) {
          graph.edge(base + body.listAt(list, 1), heap.field(thing, Names.ELEMENT));
        }
      }
      case "get" -> heap.load(thing, Names.ELEMENT, base + u);
      case "pop", "shift" -> {
        if (mayBeList(thing)) {
          heap.load(thing, Names.ANY, base + u);
        }
      }
      case "values", "slice", "concat", "filter", "reverse", "sort" -> {
        // Another array, of the same elements.
        if (mayBeList(thing)) {
          graph.add(base + u, thing);
        }
      }
      default -> {}
    }
  }

  /** Whether a thing may be an array: an object that is written out, or a prototype, is none. */
  private boolean mayBeList(int thing) {
    if (things.kind(thing) != Kind.OBJECT) {
      return false;
    }
    int made = things.subject(thing);
    int function = program.functionOf(made);
    Body body = program.body(function);
    int v = made - program.base(function);
    int api = body.op(v) == Op.CALL ? body.api(v) : -1;
    return body.op(v) != Op.OBJECT
        && (api < 0 || ApiTypes.of(program.flowOf(function).name(api)) != ApiTypes.Effect.CREATE);
  }

  /** Whether a thing is what a constructor of a library makes. */
  private boolean isMade(int thing) {
    return things.kind(thing) == Kind.OBJECT && program.op(things.subject(thing)) == Op.NEW;
  }

  private boolean isTask(int thing) {
    return things.kind(thing) == Kind.OBJECT
        && program.op(things.subject(thing)) == Op.CALL
        && heap.knownField(thing, names.number(WORKER)) >= 0;
  }

  private void argument(Body body, int function, int u, int index, int thing) {
    int base = program.base(function);
    int call = base + u;
    FileFlow file = program.flowOf(function);
    Kind kind = things.kind(thing);
    String api = body.api(u) < 0 ? null : file.name(body.api(u));
    if (api != null && ApiTypes.known(api)) {
      api(api, body, function, u, index, thing);
    }
    if (kind == Kind.OBJECT
        && (api == null || !ApiTypes.known(api))
        && size(body, u) == index + 1
        && body.op(u) == Op.CALL
        && makes(method(file, body, u))) {
      graph.add(call, thing);
    }
    if (kind != Kind.FUNCTION && kind != Kind.BOUND) {
      return;
    }
    int inner =
        kind == Kind.FUNCTION ? things.subject(thing) : things.subject(things.subject(thing));
    int shift = kind == Kind.FUNCTION ? 0 : things.given(thing);
    if (body.op(u) == Op.NEW && ApiTypes.isPromise(api)) {
      graph.add(parameter(inner, shift), things.of(Kind.RESOLVER, call));
      return;
    }
    String method = body.op(u) == Op.CALL ? method(file, body, u) : null;
    if (method == null || body.b(u) < 0) {
      return;
    }
    int receiver = base + body.b(u);
    switch (method) {
      case "then" -> {
        graph.edge(receiver, parameter(inner, shift));
        graph.edge(result(inner), call);
      }
      case "catch", "finally" -> graph.edge(receiver, call);
      case "forEach", "filter", "find", "some", "every", "findIndex", "each" ->
          graph.await(receiver, Heap.DIRECT, Names.ANY, parameter(inner, shift));
      case "map", "flatMap" -> {
        graph.await(receiver, Heap.DIRECT, Names.ANY, parameter(inner, shift));
        int made = things.of(Kind.OBJECT, call);
        graph.add(call, made);
        graph.edge(result(inner), heap.field(made, Names.ELEMENT));
      }
      case "reduce", "reduceRight" -> {
        graph.await(receiver, Heap.DIRECT, Names.ANY, parameter(inner, shift + 1));
        graph.edge(result(inner), call);
        graph.edge(result(inner), parameter(inner, shift));
        if (body.listSize(body.c(u)) > 1) {
          graph.edge(base + body.listAt(body.c(u), 1), parameter(inner, shift));
          graph.edge(base + body.listAt(body.c(u), 1), call);
        }
      }
      default -> {}
    }
  }

  private static boolean makes(@Nullable String method) {
    return method != null && MAKING.contains(method);
  }

  private static int size(Body body, int call) {
    return body.listSize(body.c(call));
  }

  private void api(String api, Body body, int function, int u, int index, int thing) {
    int base = program.base(function);
    int call = base + u;
    int list = body.c(u);
    int size = body.listSize(list);
    switch (ApiTypes.of(api)) {
      case SAME -> {
        if (index == 0) {
          graph.add(call, thing);
          continuations.promisify(api, thing);
        }
      }
      case COPY -> {
        if (index == 0) {
          graph.add(call, thing);
          for (int i = 1; i < size; i++) {
            graph.edge(base + body.listAt(list, i), heap.base(thing));
          }
        }
      }
      case INHERIT -> {
        if (index == 0 && size > 1) {
          graph.edge(base + body.listAt(list, 1), heap.base(thing));
        }
      }
      case CREATE -> {
        if (index == 0) {
          int made = things.of(Kind.OBJECT, call);
          graph.add(call, made);
          graph.edge(base + body.listAt(list, 0), heap.base(made));
        }
      }
      case DEFINE -> {
        if (index == 0) {
          graph.add(call, thing);
        }
        String key = size < 3 ? null : text(program.flowOf(function), body, body.listAt(list, 1));
        if (index == 0 && key != null) {
          int field = heap.field(thing, names.number(key));
          int descriptor = base + body.listAt(list, 2);
          graph.await(descriptor, Heap.DIRECT, names.number("value"), field);
          int getter = graph.newNode();
          graph.await(descriptor, Heap.DIRECT, names.number("get"), getter);
          graph.await(getter, RETURNED, 0, field);
        }
      }
      case NONE -> {}
    }
  }

  private static final int RETURNED = 5;

  /** Goes on with what waited for a thing. */
  void awaited(int how, int key, int target, int thing) {
    switch (how) {
      case INHERITED -> graph.edge(target, heap.base(thing));
      case CONSTRUCTED -> construct(target, thing, key);
      case RETURNED -> {
        if (things.kind(thing) == Kind.FUNCTION) {
          graph.edge(result(things.subject(thing)), target);
        }
      }
      default -> {}
    }
  }

  /** A call calls a thing; arguments are those of parameters further on by {@code shift}. */
  void link(int call, int thing, int shift) {
    switch (things.kind(thing)) {
      case FUNCTION -> {
        int callee = things.subject(thing);
        linkTo(call, callee, shift);
        if (program.op(call) == Op.NEW) {
          int instance = things.of(Kind.INSTANCE, thing);
          graph.add(call, instance);
          graph.add(program.receiver(callee), instance);
        }
      }
      case BOUND ->
          linkTo(call, things.subject(things.subject(thing)), shift + things.given(thing));
      case CLASS -> {
        if (program.op(call) == Op.NEW) {
          graph.add(call, things.of(Kind.INSTANCE, thing));
        }
        construct(call, thing, thing);
      }
      case OBJECT -> {}
      case RESOLVER -> {
        Body body = program.body(program.functionOf(call));
        int u = call - program.base(program.functionOf(call));
        int list = body.c(u);
        if (body.listSize(list) > 0) {
          graph.edge(call - u + body.listAt(list, 0), things.subject(thing));
        }
      }
      default -> {}
    }
  }

  /** Calls the constructor of a class, be it of one that it extends. */
  private void construct(int call, int type, int constructed) {
    if (things.kind(type) == Kind.FUNCTION) {
      int callee = things.subject(type);
      linkTo(call, callee, 0);
      graph.add(program.receiver(callee), things.of(Kind.INSTANCE, constructed));
      return;
    }
    if (things.kind(type) != Kind.CLASS) {
      return;
    }
    int number = things.subject(type);
    int file = program.fileOfClass(number);
    int body = program.file(file).classShape(program.classIndex(number)).constructor();
    if (body < 0) {
      graph.await(heap.base(type), CONSTRUCTED, constructed, call);
      return;
    }
    int callee = program.function(file, body);
    linkTo(call, callee, 0);
    graph.add(program.receiver(callee), things.of(Kind.INSTANCE, constructed));
  }

  private void linkTo(int call, int callee, int shift) {
    if (!calls.add(call, callee, shift)) {
      return;
    }
    int function = program.functionOf(call);
    Body body = program.body(function);
    int base = program.base(function);
    int u = call - base;
    Body inner = program.body(callee);
    int list = body.c(u);
    int size = body.listSize(list);
    int[] parameters = program.parameters(callee);
    boolean spread = false;
    for (int i = 0; i < size; i++) {
      int argument = body.listAt(list, i);
      if (argument < 0) {
        continue;
      }
      spread |= body.op(argument) == Op.SPREAD;
      if (spread) {
        if (body.op(argument) == Op.SPREAD) {
          for (int p = Math.max(0, i + shift); p < parameters.length; p++) {
            graph.await(base + body.a(argument), Heap.DIRECT, Names.ANY, parameters[p]);
          }
        }
        continue;
      }
      pass(base + argument, callee, i + shift);
      int all = program.arguments(callee);
      if (all >= 0) {
        graph.edge(base + argument, heap.field(things.of(Kind.OBJECT, all), Names.ELEMENT));
      }
    }
    if (body.op(u) == Op.CALL && body.b(u) >= 0) {
      graph.edge(base + body.b(u), program.receiver(callee));
    }
    graph.edge(result(callee), call);
    if (ApiTypes.isInheritance(inner.name()) && size >= 2 && body.listAt(list, 0) >= 0) {
      graph.await(base + body.listAt(list, 0), INHERITED, 0, base + body.listAt(list, 1));
    }
  }

  private void pass(int argument, int callee, int index) {
    int[] parameters = program.parameters(callee);
    int rest = parameters.length - 1;
    if (rest >= 0 && index >= rest && parameters[rest] >= 0) {
      Body inner = program.body(callee);
      if (inner.b(parameters[rest] - program.base(callee)) == 1) {
        int thing = things.of(Kind.OBJECT, parameters[rest]);
        graph.edge(argument, heap.field(thing, Names.ELEMENT));
        return;
      }
    }
    graph.edge(argument, parameter(callee, index));
  }

  private int parameter(int function, int index) {
    int[] parameters = program.parameters(function);
    return index >= 0 && index < parameters.length ? parameters[index] : -1;
  }

  /** The number of a computed key if its text is known. */
  int key(Body body, FileFlow file, int value, int otherwise) {
    String text = text(file, body, value);
    return text == null ? otherwise : names.number(text);
  }

  private static @Nullable String text(FileFlow file, Body body, int value) {
    int v = value < 0 ? value : body.plain(value);
    if (v < 0 || body.op(v) != Op.CONST) {
      return null;
    }
    Constant constant = file.constant(body.a(v));
    return constant.string();
  }
}
