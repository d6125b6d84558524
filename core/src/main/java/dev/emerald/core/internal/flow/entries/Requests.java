package dev.emerald.core.internal.flow.entries;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Types;
import dev.emerald.core.internal.flow.types.Uses;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Recognises requests by what a function does with them, where nothing says what it is registered
 * for: one parameter is read as a request is, another one is answered as a response is.
 */
public final class Requests {

  private static final Set<String> OF_REQUEST =
      Set.of("url", "headers", "query", "params", "body", "originalUrl", "cookies");
  private static final Set<String> OF_RESPONSE =
      Set.of(
          "writeHead",
          "setHeader",
          "sendFile",
          "sendfile",
          "redirect",
          "render",
          "statusCode",
          "status",
          "json",
          "send",
          "sendStatus");

  /** What nothing but a response has. */
  private static final Set<String> OF_RESPONSE_ALONE =
      Set.of("writeHead", "sendFile", "sendfile", "redirect", "statusCode", "sendStatus");

  /** What else requests have, and much else too. */
  private static final Set<String> FILES = Set.of("file", "files");

  private static final Set<String> OF_STREAM = Set.of("end", "write", "pipe to");
  private static final Set<String> OF_CONTEXT =
      Set.of(
          "body",
          "cookies",
          "originalUrl",
          "query",
          "querystring",
          "redirect",
          "request",
          "response",
          "status",
          "throw");

  /** What an event has that a gateway makes of a request, and nothing else. */
  private static final Set<String> OF_EVENT =
      Set.of(
          "queryStringParameters",
          "multiValueQueryStringParameters",
          "pathParameters",
          "multiValueHeaders",
          "rawQueryString",
          "rawPath",
          "httpMethod");

  private static final int LEAST_OF_CONTEXT = 2;
  private static final int MOST_STEPS = 300;
  private static final int MOST_CALLS = 2;

  private static final String RESPONSE = "express.Response()";
  private static final String CONTEXT = "koa.Context()";
  private static final String SOCKET = "socket.io.Socket()";

  /** Events of the sockets and streams of Node.js itself, which say nothing of messages. */
  private static final Set<String> EVENTS_OF_NODE =
      Set.of(
          "agentRemove",
          "close",
          "connect",
          "connection",
          "data",
          "drain",
          "end",
          "error",
          "finish",
          "free",
          "keylog",
          "listening",
          "lookup",
          "message",
          "OCSPResponse",
          "open",
          "pause",
          "ping",
          "pipe",
          "pong",
          "readable",
          "ready",
          "request",
          "response",
          "resume",
          "secure",
          "secureConnect",
          "session",
          "timeout",
          "unpipe",
          "upgrade");

  private final Types types;
  private final Program program;

  /**
   * What was recognised.
   *
   * @param requests parameters that are requests, by function and index
   * @param contexts parameters that hold a request and its response, by function and index
   * @param events parameters that are what a gateway or a queue makes of a request or of messages,
   *     by function
   * @param types for the values that are responses or contexts, here and where they are handed to,
   *     the name that models know them by
   */
  public record Found(
      List<int[]> requests,
      List<int[]> contexts,
      List<Integer> events,
      Map<Integer, String> types) {}

  private Requests(Types types) {
    this.types = types;
    this.program = types.program();
  }

  /** The parameters that are requests, and what answers them. */
  public static Found of(Types types) {
    Requests requests = new Requests(types);
    Found found =
        new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    for (int function = 0; function < requests.program.functions(); function++) {
      requests.look(function, found);
    }
    return found;
  }

  private void look(int function, Found found) {
    int[] parameters = program.parameters(function);
    if (parameters.length == 0 || parameters.length > 5) {
      return;
    }
    Body body = program.body(function);
    FileFlow file = program.flowOf(function);
    for (int a = 0; a + 1 < parameters.length && a < 2; a++) {
      int b = a + 1;
      if (parameters[a] < 0 || parameters[b] < 0) {
        continue;
      }
      Set<String> ofA = demands(parameters[a]).names();
      boolean request = isNamed(file, body, a, "req", "request");
      boolean asked = meets(ofA, OF_REQUEST) || request && meets(ofA, FILES);
      if (isNamed(file, body, a, "err", "error") || !asked && !request) {
        continue;
      }
      Demands ofB = demands(parameters[b]);
      // What only hands the request on is known by its name and by how it answers.
      if (!asked
          && !(isNamed(file, body, b, "res", "response")
              && meets(ofB.names(), OF_RESPONSE_ALONE))) {
        continue;
      }
      boolean named = request || isNamed(file, body, b, "res", "response");
      if (meets(ofB.names(), OF_RESPONSE) || named && meets(ofB.names(), OF_STREAM)) {
        found.requests().add(new int[] {function, a});
        if (isNamed(file, body, b, "res", "response") || meets(ofB.names(), OF_RESPONSE_ALONE)) {
          ofB.values().forEach(value -> found.types().putIfAbsent(value, RESPONSE));
        }
        return;
      }
    }
    for (int a = 0; a < parameters.length && a < 2; a++) {
      if (parameters[a] >= 0 && isNamed(file, body, a, "socket", "sock")) {
        socket(parameters[a], found);
      }
    }
    if (parameters.length <= 3 && parameters[0] >= 0 && isNamed(file, body, 0, "evt", "event")) {
      Set<String> names = demands(parameters[0]).names();
      if (meets(names, OF_EVENT) || names.contains("Records")) {
        found.events().add(function);
      }
    }
    if (parameters.length <= 2 && parameters[0] >= 0 && isNamed(file, body, 0, "ctx", "context")) {
      Demands demands = demands(parameters[0]);
      if (OF_CONTEXT.stream().filter(demands.names()::contains).count() >= LEAST_OF_CONTEXT) {
        found.contexts().add(new int[] {function, 0});
        demands.values().forEach(value -> found.types().putIfAbsent(value, CONTEXT));
      }
    }
  }

  /** A socket over which messages go to and fro, each by the name of an event of its own. */
  private void socket(int parameter, Found found) {
    Demands demands = demands(parameter);
    if (!demands.names().contains("on") || !demands.names().contains("emit")) {
      return;
    }
    Set<Integer> values = demands.values();
    if (values.stream().anyMatch(value -> gets(value, "on"))
        && values.stream().anyMatch(value -> gets(value, "emit"))) {
      values.forEach(value -> found.types().putIfAbsent(value, SOCKET));
    }
  }

  /** Whether a method of a value is called with the name of an event that Node.js does not have. */
  private boolean gets(int value, String method) {
    Uses uses = program.uses();
    for (int i = 0; i < uses.count(value) && i < MOST_STEPS; i++) {
      int load = uses.get(value, i);
      int function = program.functionOf(load);
      Body body = program.body(function);
      int base = program.base(function);
      if (body.op(load - base) != Op.LOAD
          || !program.flowOf(function).name(body.b(load - base)).equals(method)) {
        continue;
      }
      for (int j = 0; j < uses.count(load); j++) {
        int call = uses.get(load, j) - base;
        if (body.op(call) == Op.CALL
            && base + body.a(call) == load
            && body.listSize(body.c(call)) > 1
            && isOwnEvent(function, body, body.listAt(body.c(call), 0))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOwnEvent(int function, Body body, int argument) {
    if (argument < 0 || body.op(argument) != Op.CONST) {
      return false;
    }
    Constant constant = program.flowOf(function).constant(body.a(argument));
    String event = constant.string();
    return event != null && !event.isEmpty() && !EVENTS_OF_NODE.contains(event);
  }

  private static boolean isNamed(FileFlow file, Body body, int index, String shorter, String name) {
    int number = body.parameterName(index);
    if (number < 0) {
      return false;
    }
    String text = file.name(number).toLowerCase(Locale.ROOT);
    return text.equals(shorter) || text.equals(name);
  }

  private static boolean meets(Set<String> some, Set<String> others) {
    for (String each : some) {
      if (others.contains(each)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What is done with a value.
   *
   * @param names the properties that are read, called or written
   * @param values the value, and what it is called where it is handed to
   */
  private record Demands(Set<String> names, Set<Integer> values) {}

  /** The properties that are read, called or written of a value, here and where it is handed to. */
  private Demands demands(int value) {
    Set<String> names = new HashSet<>();
    IntList open = new IntList();
    IntList calls = new IntList();
    Set<Integer> seen = new HashSet<>();
    add(open, calls, seen, value, 0);
    Uses uses = program.uses();
    int steps = 0;
    for (int i = 0; i < open.size() && steps < MOST_STEPS; i++) {
      int at = open.get(i);
      int depth = calls.get(i);
      for (int j = 0; j < uses.count(at) && steps < MOST_STEPS; j++, steps++) {
        int user = uses.get(at, j);
        int function = program.functionOf(user);
        Body body = program.body(function);
        int base = program.base(function);
        int u = user - base;
        switch (body.op(u)) {
          case LOAD -> names.add(program.flowOf(function).name(body.b(u)));
          case STORE -> {
            if (base + body.a(u) == at) {
              names.add(program.flowOf(function).name(body.b(u)));
            }
          }
          case SIGMA, PHI -> add(open, calls, seen, user, depth);
          case FUNCTION -> {
            int inner = program.function(program.fileOf(function), body.a(u));
            int[] captures = program.captures(inner);
            int list = body.c(u);
            for (int k = 0; k < body.listSize(list) && k < captures.length; k++) {
              if (base + body.listAt(list, k) == at) {
                add(open, calls, seen, captures[k], depth);
              }
            }
          }
          case CALL -> call(body, function, u, at, names, open, calls, seen, depth);
          default -> {}
        }
      }
    }
    return new Demands(names, seen);
  }

  private void call(
      Body body,
      int function,
      int u,
      int at,
      Set<String> names,
      IntList open,
      IntList calls,
      Set<Integer> seen,
      int depth) {
    int base = program.base(function);
    int list = body.c(u);
    int callee = body.a(u);
    for (int i = 0; i < body.listSize(list); i++) {
      int argument = body.listAt(list, i);
      if (argument < 0 || base + argument != at) {
        continue;
      }
      if (body.op(callee) == Op.LOAD
          && program.flowOf(function).name(body.b(callee)).equals("pipe")) {
        names.add("pipe to");
      }
      IntList callees = depth < MOST_CALLS ? types.callees(base + u) : null;
      for (int k = 0; callees != null && k < callees.size(); k += 2) {
        int[] parameters = program.parameters(callees.get(k));
        int index = i + callees.get(k + 1);
        if (index >= 0 && index < parameters.length) {
          add(open, calls, seen, parameters[index], depth + 1);
        }
      }
    }
  }

  private static void add(IntList open, IntList calls, Set<Integer> seen, int value, int depth) {
    if (value >= 0 && seen.add(value)) {
      open.add(value);
      calls.add(depth);
    }
  }
}
