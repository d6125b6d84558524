package dev.emerald.core.internal.flow.types;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Things.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions that tell their result by calling what they are given last, as {@code done(error,
 * result)}: where the library that gave it hands the result on.
 */
public final class Continuations {

  /** How a function that waits here is known to {@link Graph}. */
  static final int AWAITED = 6;

  private static final int MOST_FUNCTIONS = 32;
  private static final int MOST_LOOK = 400;

  private static final Set<String> LISTS =
      Set.of("series", "parallel", "parallelLimit", "tryEach", "race");

  private static final Set<String> MAPS =
      Set.of("map", "mapSeries", "mapLimit", "concat", "concatSeries", "mapValues");

  private static final Set<String> PROMISIFIERS =
      Set.of("util.promisify", "bluebird.promisify", "pify", "thenify", "es6-promisify.promisify");

  /**
   * Where a result goes.
   *
   * @param function the value that is the function it is given to; -1 if it is what the calls of
   *     function {@code promised} give
   * @param first the parameter that gets it
   * @param key the property of that parameter that it becomes; -1 if it becomes the parameter
   * @param all whether further results go to further parameters
   */
  public record Target(int function, int first, int key, boolean all, int promised) {}

  private final Program program;
  private final Graph graph;
  private final Things things;
  private final List<Target> targets = new ArrayList<>();

  Continuations(Program program, Graph graph, Things things) {
    this.program = program;
    this.graph = graph;
    this.things = things;
  }

  /** Where the results go of a thing that is a {@link Kind#CONTINUATION}. */
  public Target target(int thing) {
    return targets.get(things.subject(thing));
  }

  /** Looks at a call for functions that are called one after the other. */
  void begin(int function, Body body, int call) {
    String name = name(program.flowOf(function), body, call);
    int list = body.c(call);
    int size = body.listSize(list);
    if (name == null || size < 2) {
      return;
    }
    int last = plain(body, body.listAt(list, size - 1));
    int base = program.base(function);
    if (name.equals("waterfall")) {
      chain(base, body, plain(body, body.listAt(list, 0)), last);
    } else if (LISTS.contains(name)) {
      each(function, body, plain(body, body.listAt(list, 0)), last, false);
    } else if (name.equals("auto") || name.equals("autoInject")) {
      each(function, body, plain(body, body.listAt(list, 0)), last, name.equals("auto"));
    } else if (MAPS.contains(name) && size >= 3) {
      int worker = body.listAt(list, name.endsWith("Limit") && size > 3 ? 2 : 1);
      tell(base + worker, new Target(base + last, 1, Names.ELEMENT, false, -1));
    }
  }

  /** The name of a function of the library, however it was imported; null if it is none. */
  private static @Nullable String name(FileFlow file, Body body, int call) {
    String api = body.api(call) < 0 ? null : file.name(body.api(call));
    if (api == null || !api.startsWith("async.") && !api.startsWith("async/")) {
      return null;
    }
    return api.substring("async.".length());
  }

  private void chain(int base, Body body, int array, int last) {
    if (array < 0 || body.op(array) != Op.ARRAY) {
      return;
    }
    int list = body.c(array);
    int size = Math.min(MOST_FUNCTIONS, body.listSize(list));
    for (int i = 0; i < size; i++) {
      boolean end = i + 1 == size;
      int next = end ? last : body.listAt(list, i + 1);
      if (body.listAt(list, i) >= 0 && next >= 0) {
        Target target = new Target(base + next, end ? 1 : 0, -1, true, -1);
        tell(base + body.listAt(list, i), target);
      }
    }
  }

  /** Functions of an array or an object: their results lie under the keys that they have. */
  private void each(int function, Body body, int tasks, int last, boolean dependent) {
    if (tasks < 0) {
      return;
    }
    int base = program.base(function);
    if (body.op(tasks) == Op.ARRAY) {
      int list = body.c(tasks);
      for (int i = 0; i < Math.min(MOST_FUNCTIONS, body.listSize(list)); i++) {
        int key = program.names().number(Integer.toString(i));
        if (body.listAt(list, i) >= 0) {
          tell(base + body.listAt(list, i), new Target(base + last, 1, key, false, -1));
        }
      }
    } else if (body.op(tasks) == Op.OBJECT) {
      List<int[]> found = stored(function, body, tasks);
      for (int[] task : found) {
        tell(base + task[1], new Target(base + last, 1, task[0], false, -1));
        for (int[] other : dependent ? found : List.<int[]>of()) {
          if (other != task) {
            tell(base + task[1], new Target(base + other[1], 0, task[0], false, -1));
          }
        }
      }
    }
  }

  /** The functions of an object literal: pairs of a key and a value. */
  private List<int[]> stored(int function, Body body, int object) {
    List<int[]> found = new ArrayList<>();
    int end = Math.min(body.size(), object + MOST_LOOK);
    for (int v = object + 1; v < end && found.size() < MOST_FUNCTIONS; v++) {
      if (body.op(v) != Op.STORE || plain(body, body.a(v)) != object) {
        continue;
      }
      int value = plain(body, body.c(v));
      if (value >= 0 && body.op(value) == Op.ARRAY && body.listSize(body.c(value)) > 0) {
        // What a task depends on stands before it.
        value = body.listAt(body.c(value), body.listSize(body.c(value)) - 1);
      }
      if (value >= 0) {
        found.add(new int[] {program.names().of(program.fileOf(function), body.b(v)), value});
      }
    }
    return found;
  }

  private static int plain(Body body, int value) {
    int v = value;
    while (v >= 0 && body.op(v) == Op.SIGMA) {
      v = body.a(v);
    }
    return v;
  }

  private void tell(int value, Target target) {
    targets.add(target);
    graph.await(value, AWAITED, targets.size() - 1, 0);
  }

  /** A function has come to where one is waited for. */
  void arrived(int number, int thing) {
    if (things.kind(thing) == Kind.FUNCTION) {
      give(things.subject(thing), number);
    }
  }

  /** A function is made one that gives a promise. */
  void promisify(String api, int thing) {
    if (things.kind(thing) == Kind.FUNCTION && PROMISIFIERS.contains(api)) {
      targets.add(new Target(-1, 1, -1, false, things.subject(thing)));
      give(things.subject(thing), targets.size() - 1);
    }
  }

  private void give(int function, int number) {
    int[] parameters = program.parameters(function);
    int last = parameters.length - 1;
    if (last >= 0 && parameters[last] >= 0 && !program.body(function).is(Body.ASYNC)) {
      graph.add(parameters[last], things.of(Kind.CONTINUATION, number));
    }
  }
}
