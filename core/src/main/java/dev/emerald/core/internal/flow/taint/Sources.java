package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.bind.models.Handler;
import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.entries.Conventions;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.ClassShape;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.models.FlowModels.Slot;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins facts where models say that outsiders' data comes in. */
final class Sources {

  /** Properties of requests and contexts; those that models know of are taken. */
  private static final List<List<String>> MEMBERS =
      List.of(
          List.of("query"),
          List.of("params"),
          List.of("body"),
          List.of("headers"),
          List.of("headers", "x-forwarded-for"),
          List.of("headers", "x-real-ip"),
          List.of("cookies"),
          List.of("url"),
          List.of("originalUrl"),
          List.of("path"),
          List.of("hostname"),
          List.of("host"),
          List.of("files"),
          List.of("file"),
          List.of("querystring"),
          List.of("search"),
          List.of("payload"),
          List.of("raw"),
          List.of("raw", "url"),
          List.of("raw", "headers"),
          List.of("request", "body"),
          List.of("request", "query"),
          List.of("request", "url"),
          List.of("request", "path"),
          List.of("request", "headers"),
          List.of("request", "headers", "x-forwarded-for"),
          List.of("req", "url"),
          List.of("req", "headers"));

  private static final List<FlowModels.Source> NONE = List.of();

  private static final List<String> EVENTS =
      List.of("aws-lambda.APIGatewayProxyEvent()", "aws-lambda.SQSEvent()");

  private static final List<String> OF_EVENT =
      List.of(
          "body",
          "queryStringParameters",
          "multiValueQueryStringParameters",
          "pathParameters",
          "headers",
          "multiValueHeaders",
          "path",
          "rawPath",
          "rawQueryString",
          "Records");

  private final Tabulation all;
  private final Program program;
  private final ApiModels handlers;
  private final Resolvers resolvers;

  Sources(Tabulation all, ApiModels handlers) {
    this.all = all;
    this.handlers = handlers;
    this.program = all.program;
    this.resolvers = new Resolvers(all, this);
  }

  /** Goes over all instructions. */
  void begin() {
    all.requests.look(handlers);
    for (int file = 0; file < program.files(); file++) {
      decorated(file);
    }
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        if (body.api(v) >= 0 || body.op(v) == Op.CALL || body.op(v) == Op.NEW) {
          begin(function, body, v);
        }
        if (body.op(v) == Op.CALL) {
          named(function, body, v);
          row(function, body, v);
        } else if (body.op(v) == Op.ELEMENT) {
          chunks(function, body, v);
        } else if (body.op(v) == Op.LOAD) {
          property(function, body, v);
        }
      }
    }
  }

  private void begin(int function, Body body, int v) {
    String name = all.apis.name(function, v);
    int value = program.base(function) + v;
    Op op = body.op(v);
    if (op == Op.PARAM && name != null) {
      members(value, name);
    }
    if ((op == Op.CALL || op == Op.NEW) && name != null) {
      resolvers.look(function, body, v, name);
    }
    if (op == Op.CALL && name != null && !handlers.handlers(name).isEmpty()) {
      handlers(function, body, v, name);
    }
    FlowModels.Api model = all.apis.of(name);
    if (model != null) {
      begin(function, body, v, model);
      if (op == Op.CALL || op == Op.NEW) {
        all.returns.look(function, body, v, model);
      }
    }
  }

  /** What is read of a stream in a loop is what its listeners get. */
  private void chunks(int function, Body body, int element) {
    FlowModels.Api listened = ofStream(function, body, body.a(element), "on");
    for (FlowModels.Source source : listened == null ? NONE : listened.sources()) {
      if (source.at().where() == Slot.Where.CALLBACK && source.words().contains("arg:0:data")) {
        Taint taint = all.effects.source(source.origin(), source.words());
        all.source(program.base(function) + element, path(source.at()), taint);
      }
    }
  }

  /** What comes out of a stream is piped into the others of a row. */
  private void row(int function, Body body, int call) {
    String name = all.apis.name(function, call);
    if (name == null || !Streams.joinsStreams(name) || size(body, call) < 2) {
      return;
    }
    FlowModels.Api piped = ofStream(function, body, argument(body, call, 0), "pipe");
    for (FlowModels.Source source : piped == null ? NONE : piped.sources()) {
      int next = argument(body, call, 1);
      if (source.at().isArgument(0) && next >= 0) {
        Taint taint = all.effects.source(source.origin(), source.words());
        all.source(program.base(function) + next, Paths.WHOLE, taint);
      }
    }
  }

  private FlowModels.@Nullable Api ofStream(int function, Body body, int stream, String method) {
    int of = stream < 0 ? -1 : Stores.origin(body, stream);
    String name = of < 0 ? null : all.apis.name(function, of);
    if (name == null) {
      return null;
    }
    boolean called = body.op(of) == Op.CALL || body.op(of) == Op.NEW;
    return all.apis.of(name + (called ? "()." : ".") + method);
  }

  /** A method whose name tells what it gives, of an object of which nothing else is known. */
  private void named(int function, Body body, int v) {
    FlowModels.Api known = all.apis.of(all.apis.name(function, v));
    if ((known == null || known.sources().isEmpty())
        && all.types.callees(program.base(function) + v) == null) {
      String method = CallTransfer.method(program.flowOf(function), body, v);
      FlowModels.Api model = all.apis.method(method);
      if (model != null && !model.sources().isEmpty() && model != known) {
        begin(function, body, v, model);
      }
    }
  }

  /** A property whose name tells what it holds, of whatever object. */
  private void property(int function, Body body, int v) {
    FlowModels.Api model = all.apis.method(program.flowOf(function).name(body.b(v)));
    if (model == null || model.sources().isEmpty()) {
      return;
    }
    FlowModels.Api known = all.apis.of(all.apis.name(function, v));
    if (known == null || known.sources().isEmpty()) {
      begin(function, body, v, model);
    }
  }

  private void begin(int function, Body body, int v, FlowModels.Api model) {
    int value = program.base(function) + v;
    Op op = body.op(v);
    boolean called = op == Op.CALL || op == Op.NEW || op == Op.TAGGED;
    for (FlowModels.Source source : model.sources()) {
      Slot at = source.at();
      Taint taint = all.effects.source(program.flowOf(function), body, v, source);
      if (taint == null) {
        continue;
      }
      int path = path(at);
      switch (at.where()) {
        case VALUE -> {
          if (!called && op != Op.SIGMA && op != Op.PHI) {
            all.source(value, path, taint);
          }
        }
        case RESULT -> {
          if (called) {
            all.source(value, path, taint);
          }
        }
        case ARGUMENT -> {
          int argument = called && op != Op.TAGGED ? argument(body, v, at.index()) : -1;
          if (argument >= 0) {
            all.source(program.base(function) + argument, path, taint);
          }
        }
        case RECEIVER -> {
          if (op == Op.CALL && body.b(v) >= 0) {
            all.source(program.base(function) + body.b(v), path, taint);
          }
        }
        case CALLBACK_RESULT, DECORATED, THROWN -> {}
        case CALLBACK -> {
          boolean unchecked = source.words().contains("unchecked");
          int argument =
              called
                  ? argument(body, v, at.callback() < 0 ? size(body, v) - 1 : at.callback())
                  : -1;
          if (argument >= 0) {
            callback(program.base(function) + argument, at.index(), path, taint, unchecked);
          }
        }
      }
    }
  }

  /** Parameters of methods that a framework fills in, going by their decorators. */
  private void decorated(int file) {
    FileFlow flow = program.file(file);
    for (int i = 0; i < flow.classes(); i++) {
      for (ClassShape.Method method : flow.classShape(i).methods()) {
        for (int p = 0; p < method.parameterDecorators().size(); p++) {
          long cleaned = cleaned(method.parameterDecorators().get(p));
          for (String api : method.parameterDecorators().get(p)) {
            FlowModels.Api model = all.apis.of(api);
            if (model != null) {
              decorated(program.function(file, method.body()), p, model, cleaned);
            }
          }
        }
      }
    }
  }

  /** The kinds for which what a decorator is given makes a parameter harmless. */
  private long cleaned(List<String> apis) {
    long cleaned = 0;
    for (String api : apis) {
      FlowModels.Api model = all.apis.of(api);
      for (FlowModels.Clean clean : model == null ? List.<FlowModels.Clean>of() : model.cleans()) {
        cleaned |= clean.at().where() == Slot.Where.DECORATED ? clean.kinds() : 0;
      }
    }
    return cleaned;
  }

  private void decorated(int function, int index, FlowModels.Api model, long cleaned) {
    for (FlowModels.Source source : model.sources()) {
      if (source.at().where() == Slot.Where.DECORATED) {
        Body body = program.body(function);
        Taint taint = all.effects.source(program.flowOf(function), body, 0, source);
        long left = taint == null ? 0 : taint.kinds() & ~cleaned;
        if (taint != null && left != 0) {
          Taint known = new Taint(taint.origin(), left, taint.state());
          parameter(function, index, path(source.at()), known);
        }
      }
    }
  }

  /** Functions that are given to a framework, wherever they come from. */
  private void handlers(int function, Body body, int v, String name) {
    Things things = all.types.things();
    int list = body.c(v);
    for (int i = 0; i < body.listSize(list); i++) {
      if (body.listAt(list, i) < 0) {
        continue;
      }
      for (int thing : all.types.of(program.base(function) + body.listAt(list, i))) {
        if (things.kind(thing) == Things.Kind.FUNCTION) {
          handler(things.subject(thing), name, i);
        }
      }
    }
  }

  private void handler(int function, String name, int argument) {
    Handler handler = handlers.handler(name, argument, "", program.body(function).parameters());
    int[] parameters = program.parameters(function);
    if (program.body(function).is(Body.GENERATOR)) {
      // A generator has the context as its receiver; its parameter is what comes next.
      String context = handler == null || handler.types().isEmpty() ? null : handler.type(0);
      if (context != null && program.receiver(function) >= 0) {
        members(program.receiver(function), handlers.canonical(context));
      }
      return;
    }
    String context = handler == null || handler.types().isEmpty() ? null : handler.type(0);
    if (context != null
        && context.endsWith("Context()")
        && program.body(function).is(Body.GENERATOR)
        && program.receiver(function) >= 0) {
      // Generators are called with the context as their receiver, and with the next one alone.
      members(program.receiver(function), handlers.canonical(context));
      return;
    }
    for (int i = 0; handler != null && i < handler.types().size(); i++) {
      String type = handler.type(i);
      if (type != null && i < parameters.length && parameters[i] >= 0) {
        members(parameters[i], handlers.canonical(type));
      }
    }
  }

  /** Whether a parameter is what a framework hands over, not what a caller of a package does. */
  boolean isOfFramework(String api) {
    if (api.endsWith("Response()") || api.endsWith("Reply()") || api.endsWith("Context()")) {
      return true;
    }
    for (List<String> keys : MEMBERS) {
      FlowModels.Api model = all.apis.of(api + "." + String.join(".", keys));
      if (model != null && !model.sources().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** What outsiders set of a parameter that its use says the type of. */
  void members(int value) {
    int function = program.functionOf(value);
    String name = all.apis.name(function, value - program.base(function));
    if (name != null) {
      members(value, name);
    }
  }

  /** What outsiders give functions that are found by convention. */
  void conventions(List<Conventions.Given> given) {
    int remote = all.apis.models().origin("remote");
    for (Conventions.Given each : remote < 0 ? List.<Conventions.Given>of() : given) {
      Taint taint = all.effects.source(remote, each.text() ? List.of("text") : List.<String>of());
      int path =
          each.key().isEmpty()
              ? Paths.WHOLE
              : all.paths.below(program.names().number(each.key()), Paths.WHOLE);
      parameter(each.function(), each.parameter(), path, taint);
    }
  }

  /** What a function is called with for a request or for messages, going by what it reads of it. */
  void event(int function) {
    for (String type : EVENTS) {
      for (String key : OF_EVENT) {
        FlowModels.Api model = all.apis.of(type + "." + key);
        for (FlowModels.Source source : model == null ? NONE : model.sources()) {
          Taint taint = all.effects.source(source.origin(), source.words());
          int path = all.paths.below(program.names().number(key), Paths.WHOLE);
          parameter(function, 0, path, taint);
        }
      }
    }
  }

  /** Headers by which a request that is known by its use says where it comes from. */
  void addresses(int function, int index) {
    for (List<String> keys : MEMBERS) {
      FlowModels.Api model =
          keys.size() == 2 && keys.get(0).equals("headers")
              ? all.apis.of("express.Request()." + String.join(".", keys))
              : null;
      for (FlowModels.Source source :
          model == null ? List.<FlowModels.Source>of() : model.sources()) {
        Taint taint = all.effects.source(source.origin(), source.words());
        int path = all.paths.below(program.names().number(keys.get(1)), Paths.WHOLE);
        path = all.paths.below(program.names().number(keys.get(0)), path);
        parameter(function, index, path, taint);
      }
    }
  }

  private void members(int value, String name) {
    for (List<String> keys : MEMBERS) {
      String whole = name + "." + String.join(".", keys);
      FlowModels.Api model = all.apis.of(whole);
      if (model == null) {
        continue;
      }
      for (FlowModels.Source source : model.sources()) {
        if (source.at().where() == Slot.Where.VALUE) {
          int path = path(source.at());
          for (int i = keys.size() - 1; i >= 0; i--) {
            path = all.paths.below(program.names().number(keys.get(i)), path);
          }
          int function = program.functionOf(value);
          Taint taint =
              all.effects.source(
                  program.flowOf(function),
                  program.body(function),
                  value - program.base(function),
                  source);
          if (taint != null) {
            all.entry(value, path, taint);
          }
        }
      }
    }
  }

  private int path(Slot slot) {
    int path = Paths.WHOLE;
    for (int i = slot.path().size() - 1; i >= 0; i--) {
      path = all.paths.below(program.names().number(slot.path().get(i)), path);
    }
    return path;
  }

  private static int size(Body body, int call) {
    return body.listSize(body.c(call));
  }

  private static int argument(Body body, int call, int index) {
    int list = body.c(call);
    return index >= 0 && index < body.listSize(list) ? body.listAt(list, index) : -1;
  }

  private void callback(int value, int index, int path, Taint taint, boolean unchecked) {
    Things things = all.types.things();
    for (int thing : all.types.of(value)) {
      boolean bound = things.kind(thing) == Things.Kind.BOUND;
      if (bound || things.kind(thing) == Things.Kind.FUNCTION) {
        int function = bound ? things.subject(things.subject(thing)) : things.subject(thing);
        int shift = bound ? things.given(thing) : 0;
        if (!unchecked || !Senders.areChecked(program, function, shift)) {
          parameter(function, index + shift, path, taint);
        }
      }
    }
  }

  /** An outsider's data comes in by a parameter. */
  void parameter(int function, int index, int path, Taint taint) {
    int[] parameters = program.parameters(function);
    if (index < parameters.length && parameters[index] >= 0) {
      all.entry(parameters[index], path, taint);
    }
    int array = program.arguments(function);
    if (array >= 0) {
      int key = program.names().number(Integer.toString(index));
      all.entry(array, all.paths.below(key, path), taint);
    }
  }
}
