package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.taint.CallTransfer.At;
import dev.emerald.core.internal.flow.types.Continuations;
import dev.emerald.core.internal.flow.types.Linker;
import dev.emerald.core.internal.flow.types.Names;
import dev.emerald.core.internal.flow.types.Things;
import org.jspecify.annotations.Nullable;

/**
 * How data passes through what JavaScript itself brings along, where a function is called back or
 * an object is changed: arrays, maps, promises. Models may say it in more detail and come first.
 */
final class BuiltIn {

  private final Tabulation all;
  private final Paths paths;
  private final Stores stores;
  private final CallTransfer calls;

  BuiltIn(Tabulation all, Stores stores, CallTransfer calls) {
    this.all = all;
    this.paths = all.paths;
    this.stores = stores;
    this.calls = calls;
  }

  /** Passes a fact on; gives false if the method is none of these. */
  boolean passes(At at, @Nullable String method, @Nullable String api, int position, int path) {
    int mark = all.facts.mark(at.fact());
    int context = all.facts.context(at.fact());
    if (api != null && copies(at, api, position, path)) {
      return true;
    }
    if (resolves(at, position, path, mark) || api != null && streams(at, api, position, path)) {
      return true;
    }
    if (method == null) {
      return false;
    }
    boolean receiver = position < 0;
    int element = path == Paths.WHOLE ? path : paths.rest(path);
    switch (method) {
      case "then" -> {
        if (!receiver) {
          return true;
        }
        calls.callback(at, 0, 0, path, mark);
        return true;
      }
      case "catch", "finally" -> {
        if (receiver) {
          all.reach(context, at.call(), path, mark, at.fact());
        }
        return receiver;
      }
      case "forEach", "each", "some", "every", "findIndex", "findLastIndex" -> {
        if (receiver) {
          calls.callback(at, 0, 0, element, mark);
        }
        return receiver;
      }
      case "map", "flatMap" -> {
        if (receiver) {
          calls.callback(at, 0, 0, element, mark);
        }
        return receiver;
      }
      case "filter", "find", "findLast", "sort" -> {
        if (receiver) {
          calls.callback(at, 0, 0, element, mark);
          int left = method.startsWith("find") ? element : path;
          all.reach(context, at.call(), left, mark, at.fact());
        }
        return receiver;
      }
      case "reduce", "reduceRight" -> {
        if (receiver) {
          calls.callback(at, 0, 1, element, mark);
        } else if (position == 1) {
          calls.callback(at, 0, 0, path, mark);
          all.reach(context, at.call(), path, mark, at.fact());
        }
        return true;
      }
      case "push", "unshift", "add", "append" -> {
        int target = at.body().b(at.u());
        boolean list = method.equals("push") || method.equals("unshift");
        if (!receiver && target >= 0 && (list || isCollection(at, api, target))) {
          int below = paths.below(Names.ELEMENT, path);
          stores.into(context, at.base() + target, below, mark, at.fact(), Facts.NONE);
        }
        return true;
      }
      case "set" -> {
        int target = at.body().b(at.u());
        if (position == 1 && target >= 0 && isCollection(at, api, target)) {
          int below = paths.below(Names.ELEMENT, path);
          stores.into(context, at.base() + target, below, mark, at.fact(), Facts.NONE);
        }
        return position >= 0;
      }
      case "pop", "shift", "get" -> {
        boolean held = path != Paths.WHOLE && (method.equals("pop") || method.equals("shift"));
        // What a map holds lies under keys that are not known; properties have names.
        boolean mapped = path != Paths.WHOLE && paths.first(path) == Names.ELEMENT;
        if (receiver && (held || mapped)) {
          all.reach(context, at.call(), element, mark, at.fact());
          return true;
        }
        return false;
      }
      case "run", "enterWith", "getStore" -> {
        return stored(at, method, position, path);
      }
      case "pipe" -> {
        // Of a request it is the other end that is labelled: what it is itself is no text.
        if (path == Paths.WHOLE && position <= 0) {
          calls.piped(at, mark, 0);
          all.reach(context, at.call(), path, mark, at.fact());
        }
        return true;
      }
      case "slice", "splice", "concat", "reverse", "values", "flat" -> {
        if (path != Paths.WHOLE) {
          all.reach(context, at.call(), path, mark, at.fact());
          return true;
        }
        return false;
      }
      default -> {
        return false;
      }
    }
  }

  /**
   * Whether what a method such as {@code add} or {@code set} is called on may hold what it is
   * given. A service that lives on outside of the function, of which nothing is known, does
   * something with it: were it taken for a collection, all that ever asks the service would be
   * controlled.
   */
  private boolean isCollection(At at, @Nullable String api, int target) {
    if (api != null && api.startsWith("globalThis.")) {
      return true;
    }
    Things things = all.types.things();
    int[] held = all.types.of(at.base() + target);
    for (int thing : held) {
      if (things.kind(thing) == Things.Kind.OBJECT
          && all.program.op(things.subject(thing)) != Op.OBJECT) {
        return true;
      }
    }
    if (held.length > 0) {
      return false;
    }
    int made = Stores.origin(at.body(), target);
    return made < 0
        || switch (at.body().op(made)) {
          case LOAD, LOAD_KEY, THIS, CAPTURE, CELL_GET, MODULE, IMPORT -> false;
          default -> true;
        };
  }

  /** What is given to the function that settles a promise is what the promise gives. */
  private boolean resolves(At at, int position, int path, int mark) {
    if (at.body().op(at.u()) != Op.CALL) {
      return false;
    }
    boolean any = false;
    int callee = at.base() + at.body().a(at.u());
    Things things = all.types.things();
    for (int thing : all.types.of(callee)) {
      if (things.kind(thing) == Things.Kind.CONTINUATION) {
        any = true;
        goesOn(at, all.types.target(thing), position, path, mark);
      }
      if (things.kind(thing) == Things.Kind.RESOLVER) {
        int promise = things.subject(thing);
        int own = all.program.functionOf(promise);
        int context = own == at.function() ? all.facts.context(at.fact()) : all.contexts.open(own);
        all.reach(context, promise, path, mark, at.fact());
        any = true;
      }
    }
    return any;
  }

  /** What is kept for all that a function calls, and asked for there. */
  private boolean stored(At at, String method, int position, int path) {
    int storage = at.body().b(at.u());
    int store = all.program.names().number(Linker.STORE);
    int mark = all.facts.mark(at.fact());
    int context = all.facts.context(at.fact());
    if (storage < 0 || !isStorage(at.base() + storage)) {
      return false;
    }
    if (method.equals("getStore")) {
      if (path != Paths.WHOLE && paths.first(path) == store) {
        all.reach(context, at.call(), paths.rest(path), mark, at.fact());
      }
    } else if (position == 0) {
      stores.into(
          context, at.base() + storage, paths.below(store, path), mark, at.fact(), Facts.NONE);
    }
    return true;
  }

  private boolean isStorage(int value) {
    Things things = all.types.things();
    for (int thing : all.types.of(value)) {
      int made = things.kind(thing) == Things.Kind.OBJECT ? things.subject(thing) : -1;
      if (made >= 0 && all.program.op(made) == Op.NEW) {
        int function = all.program.functionOf(made);
        String api = all.apis.name(function, made - all.program.base(function));
        if ("async_hooks.AsyncLocalStorage".equals(api)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a function is told, after the error, is handed on. */
  private void goesOn(At at, Continuations.Target target, int position, int path, int mark) {
    if (position < 1 || position > 1 && !target.all()) {
      return;
    }
    int below = target.key() < 0 ? path : paths.below(target.key(), path);
    if (target.function() < 0) {
      IntList calls = all.types.callers(target.promised());
      int callback = all.program.parameters(target.promised()).length - 1;
      for (int i = 0; calls != null && i < calls.size(); i++) {
        int caller = all.program.functionOf(calls.get(i));
        Body body = all.program.body(caller);
        int u = calls.get(i) - all.program.base(caller);
        if (body.op(u) == Op.CALL && body.listSize(body.c(u)) == callback) {
          reach(at, caller, calls.get(i), below, mark);
        }
      }
      return;
    }
    Things things = all.types.things();
    int index = target.first() + position - 1;
    for (int thing : all.types.of(target.function())) {
      int[] parameters =
          things.kind(thing) == Things.Kind.FUNCTION
              ? all.program.parameters(things.subject(thing))
              : new int[0];
      if (index < parameters.length && parameters[index] >= 0) {
        reach(at, things.subject(thing), parameters[index], below, mark);
      }
    }
  }

  private void reach(At at, int function, int value, int path, int mark) {
    int context =
        function == at.function() ? all.facts.context(at.fact()) : all.contexts.open(function);
    all.reach(context, value, path, mark, at.fact());
  }

  /** What goes through a row of streams comes to each that follows. */
  private boolean streams(At at, String api, int position, int path) {
    if (!Streams.joinsStreams(api)) {
      return false;
    }
    for (int i = Math.max(0, position + 1); i < at.arguments() && path == Paths.WHOLE; i++) {
      int mark = all.facts.mark(at.fact());
      calls.piped(at, mark, i);
      calls.callback(at, i, 0, path, mark);
    }
    if (position >= 1 && path == Paths.WHOLE) {
      calls.piped(at, all.facts.mark(at.fact()), position);
      calls.callback(at, position, 0, path, all.facts.mark(at.fact()));
    }
    return true;
  }

  private boolean copies(At at, String api, int position, int path) {
    String name = api.startsWith("globalThis.") ? api.substring(11) : api;
    int mark = all.facts.mark(at.fact());
    int context = all.facts.context(at.fact());
    switch (name) {
      case "Object.assign",
          "util._extend",
          "lodash.extend",
          "lodash.assign",
          "lodash.merge",
          "lodash.defaults",
          "underscore.extend",
          "underscore.defaults",
          "xtend",
          "extend",
          "object-assign",
          "utils-merge" -> {
        all.reach(context, at.call(), path, mark, at.fact());
        int target = at.argument(0);
        if (position > 0 && target >= 0) {
          stores.into(context, at.base() + target, path, mark, at.fact(), Facts.NONE);
        }
        return true;
      }
      case "Promise.resolve", "Object.freeze", "Object.seal", "Object.create" -> {
        all.reach(context, at.call(), path, mark, at.fact());
        return true;
      }
      case "Promise.all", "Promise.allSettled", "Promise.race", "Promise.any" -> {
        int left = name.endsWith("all") || path == Paths.WHOLE ? path : paths.rest(path);
        all.reach(context, at.call(), left, mark, at.fact());
        return true;
      }
      case "Object.keys", "Object.getOwnPropertyNames" -> {
        if (path == Paths.WHOLE) {
          int keys = paths.below(Names.ELEMENT, Paths.WHOLE);
          all.reach(context, at.call(), keys, mark, at.fact());
        }
        return true;
      }
      case "Object.values", "Array.from" -> {
        int left = path == Paths.WHOLE ? path : paths.rest(path);
        all.reach(context, at.call(), paths.below(Names.ELEMENT, left), mark, at.fact());
        return true;
      }
      case "Object.entries" -> {
        int left = path == Paths.WHOLE ? path : paths.rest(path);
        int pair = paths.below(all.program.names().number("1"), left);
        all.reach(context, at.call(), paths.below(Names.ELEMENT, pair), mark, at.fact());
        if (path == Paths.WHOLE) {
          int name0 = paths.below(all.program.names().number("0"), path);
          all.reach(context, at.call(), paths.below(Names.ELEMENT, name0), mark, at.fact());
        }
        return true;
      }
      default -> {
        return false;
      }
    }
  }
}
