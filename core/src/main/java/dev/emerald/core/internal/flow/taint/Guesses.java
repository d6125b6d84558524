package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.taint.CallTransfer.At;
import dev.emerald.core.internal.flow.types.Names;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import dev.emerald.core.internal.flow.types.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Methods by their name alone: where nothing is known of a receiver, a name that few methods of the
 * program have is a hint.
 */
final class Guesses {

  private static final int MOST = 3;
  private static final int SHORTEST = 4;

  private static final Set<String> COMMON =
      Set.of(
          "apply",
          "bind",
          "call",
          "catch",
          "close",
          "concat",
          "connect",
          "constructor",
          "create",
          "delete",
          "destroy",
          "emit",
          "entries",
          "error",
          "every",
          "exec",
          "execute",
          "fill",
          "filter",
          "finally",
          "find",
          "findIndex",
          "first",
          "flat",
          "flatMap",
          "forEach",
          "format",
          "from",
          "handle",
          "includes",
          "indexOf",
          "info",
          "init",
          "insert",
          "join",
          "keys",
          "last",
          "lastIndexOf",
          "length",
          "list",
          "load",
          "match",
          "next",
          "normalize",
          "open",
          "parse",
          "pipe",
          "push",
          "query",
          "read",
          "reduce",
          "remove",
          "render",
          "repeat",
          "replace",
          "replaceAll",
          "request",
          "resolve",
          "reverse",
          "save",
          "search",
          "send",
          "shift",
          "slice",
          "some",
          "sort",
          "splice",
          "split",
          "start",
          "startsWith",
          "stop",
          "substr",
          "substring",
          "test",
          "then",
          "toJSON",
          "toLowerCase",
          "toString",
          "toUpperCase",
          "trim",
          "unshift",
          "update",
          "validate",
          "values",
          "warn",
          "write");

  private final Map<Integer, IntList> functions = new HashMap<>();
  private final Names names;

  Guesses(Types types) {
    Program program = types.program();
    names = program.names();
    Things things = types.things();
    for (int thing = 0, n = things.size(); thing < n; thing++) {
      Things.Kind kind = things.kind(thing);
      boolean holds =
          kind == Things.Kind.PROTOTYPE
              || kind == Things.Kind.OBJECT
              || kind == Things.Kind.INSTANCE
              || kind == Things.Kind.EXPORTS;
      IntList keys = holds ? types.keys(thing) : null;
      for (int i = 0; keys != null && i < keys.size(); i++) {
        String name = names.text(keys.get(i));
        if (name.length() >= SHORTEST && !COMMON.contains(name) && name.indexOf(' ') < 0) {
          int node = types.field(thing, keys.get(i));
          for (int value : node < 0 ? new int[0] : types.of(node)) {
            if (things.kind(value) == Things.Kind.FUNCTION) {
              add(keys.get(i), things.subject(value));
            }
          }
        }
      }
    }
  }

  private void add(int key, int function) {
    IntList list = functions.computeIfAbsent(key, k -> new IntList(2));
    if (list.size() <= MOST && !list.contains(function)) {
      list.add(function);
    }
  }

  /** The functions that a method may be; null if there are none, or too many. */
  @Nullable IntList of(@Nullable String method) {
    if (method == null) {
      return null;
    }
    IntList list = functions.get(names.number(method));
    return list == null || list.size() > MOST ? null : list;
  }

  /** Whether nothing is known of the receiver of a call. */
  static boolean mayGuess(Tabulation all, At at, @Nullable String api, @Nullable String method) {
    Body body = at.body();
    if (api != null || method == null || body.op(at.u()) != Op.CALL || body.b(at.u()) < 0) {
      return false;
    }
    int receiver = Stores.origin(body, body.b(at.u()));
    if (all.types.of(at.base() + body.b(at.u())).length > 0) {
      return false;
    }
    return switch (body.op(receiver)) {
      case PARAM, LOAD, THIS, CAPTURE, CELL_GET, CALL, LOAD_KEY -> true;
      default -> false;
    };
  }
}
