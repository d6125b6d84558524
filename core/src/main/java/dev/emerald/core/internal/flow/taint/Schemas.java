package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas where they are written: those that are built by calls, wherever in the program, and
 * JSON schemas. All looks are bounded.
 */
final class Schemas {

  /** Libraries whose schemas are built by calls. */
  static final Set<String> MODULES =
      Set.of("joi", "@hapi/joi", "celebrate", "zod", "zod/v4", "yup");

  private static final int MOST_DEPTH = 4;
  private static final int MOST_CALLS = 24;
  private static final int MOST_LOOK = 400;
  private static final int MOST_MODULES = 3;

  private static final Set<String> SCALARS =
      Set.of(
          "string",
          "number",
          "boolean",
          "bool",
          "date",
          "bigint",
          "enum",
          "nativeEnum",
          "literal",
          "valid",
          "equal",
          "email",
          "uuid",
          "url",
          "int",
          "int32",
          "iso");

  /** Steps of a chain after which anything may pass. */
  private static final Set<String> OPENING =
      Set.of(
          "unknown",
          "passthrough",
          "loose",
          "catchall",
          "pattern",
          "transform",
          "pipe",
          "concat",
          "when",
          "alter",
          "external",
          "custom",
          "preprocess",
          "mixed");

  private static final Set<String> CLOSING = Set.of("strict", "noUnknown", "strictObject");

  private static final Set<String> ADDING = Set.of("keys", "append", "extend", "shape", "merge");

  private static final Set<String> ELEMENTS = Set.of("items", "of", "element");

  /** Of a schema that is built by calls, the alternatives to what stands before them. */
  private static final Set<String> ALTERNATIVES = Set.of("or", "and", "try");

  private static final Set<String> SCALAR_TYPES =
      Set.of("string", "number", "integer", "boolean", "null");

  /** A value and the function that it is in. */
  record Place(int function, int value) {}

  private final Tabulation all;
  private final Program program;

  Schemas(Tabulation all) {
    this.all = all;
    this.program = all.program;
  }

  /** What a schema lets through. */
  Shape of(int function, int value) {
    return of(function, value, 0);
  }

  private Shape of(int function, int value, int depth) {
    Place at = resolve(function, value);
    if (at == null || depth > MOST_DEPTH) {
      return Shape.ANY;
    }
    return switch (program.body(at.function()).op(at.value())) {
      case OBJECT -> properties(at, true, depth);
      case CALL -> chain(at, depth);
      default -> Shape.ANY;
    };
  }

  /** What an object whose properties are schemas lets through. */
  private Shape properties(Place object, boolean closed, int depth) {
    Map<String, Integer> stored = stored(object);
    if (stored == null) {
      return Shape.ANY;
    }
    Set<String> plain = new HashSet<>();
    for (Map.Entry<String, Integer> each : stored.entrySet()) {
      if (of(object.function(), each.getValue(), depth + 1).closed()) {
        plain.add(each.getKey());
      }
    }
    return new Shape(closed && plain.size() == stored.size(), plain);
  }

  private Shape chain(Place last, int depth) {
    List<Place> calls = new ArrayList<>();
    Place at = last;
    for (int i = 0; i < MOST_CALLS && at != null && isCall(at); i++) {
      calls.add(0, at);
      Body body = program.body(at.function());
      int callee = Values.plain(body, body.a(at.value()));
      at =
          callee >= 0 && body.op(callee) == Op.LOAD ? resolve(at.function(), body.a(callee)) : null;
    }
    String api = all.apis.name(calls.get(0).function(), calls.get(0).value());
    String module = api == null ? null : module(api);
    if (api == null || module == null) {
      return Shape.ANY;
    }
    String root = api.substring(api.lastIndexOf('.') + 1);
    boolean joi = module.contains("joi") || module.equals("celebrate");
    Shape shape =
        switch (root) {
          case "object", "strictObject" ->
              properties(calls.get(0), joi || root.equals("strictObject"), depth, joi);
          case "array", "set", "tuple" -> element(calls.get(0), depth);
          default -> SCALARS.contains(root) ? Shape.SCALAR : Shape.ANY;
        };
    boolean object = root.equals("object") || root.equals("strictObject");
    for (int i = 1; i < calls.size(); i++) {
      String step = method(calls.get(i));
      if (OPENING.contains(step) || ALTERNATIVES.contains(step) && !(joi && object)) {
        return new Shape(false, object ? shape.plain() : Set.of());
      }
      if (object && ADDING.contains(step)) {
        Shape more = properties(calls.get(i), joi, depth, false);
        boolean first = shape.plain().isEmpty() && !shape.closed();
        Shape sum = shape.and(more);
        shape = new Shape((first || shape.closed()) && more.closed(), sum.plain());
      } else if (object && CLOSING.contains(step)) {
        shape = new Shape(isWhole(calls, depth), shape.plain());
      } else if (ELEMENTS.contains(step)) {
        shape = element(calls.get(i), depth);
      }
    }
    return shape;
  }

  /** Whether all that an object may hold by what it is made with is plain. */
  private boolean isWhole(List<Place> calls, int depth) {
    return properties(calls.get(0), true, depth, false).closed();
  }

  /**
   * What an object lets through by the first argument of a call.
   *
   * @param mayBeBare whether properties can be said of it later
   */
  private Shape properties(Place call, boolean closed, int depth, boolean mayBeBare) {
    Place given = argument(call, 0);
    if (given == null || program.body(given.function()).op(given.value()) != Op.OBJECT) {
      return mayBeBare ? Shape.ANY : of(call, depth);
    }
    return properties(given, closed, depth);
  }

  private Shape of(Place call, int depth) {
    Place given = argument(call, 0);
    return given == null ? Shape.ANY : of(given.function(), given.value(), depth + 1);
  }

  private Shape element(Place call, int depth) {
    boolean closed = argument(call, 0) != null && of(call, depth).closed();
    return closed ? Shape.SCALAR : Shape.ANY;
  }

  // JSON schemas.

  /** What a JSON schema lets through. */
  Shape ofJson(int function, int value, int depth) {
    Place at = resolve(function, value);
    Map<String, Integer> schema = at == null || depth > MOST_DEPTH ? null : stored(at);
    if (at == null || schema == null) {
      return Shape.ANY;
    }
    if (schema.containsKey("enum") || schema.containsKey("const")) {
      return Shape.SCALAR;
    }
    String type = text(at.function(), schema.getOrDefault("type", -1));
    if (type != null && SCALAR_TYPES.contains(type)) {
      return Shape.SCALAR;
    }
    if ("array".equals(type) && schema.containsKey("items")) {
      boolean closed = ofJson(at.function(), schema.getOrDefault("items", -1), depth + 1).closed();
      return closed ? Shape.SCALAR : Shape.ANY;
    }
    int of = schema.getOrDefault("properties", -1);
    Place properties = of < 0 ? null : resolve(at.function(), of);
    Map<String, Integer> each = properties == null ? null : stored(properties);
    if (properties == null || each == null) {
      return Shape.ANY;
    }
    Set<String> plain = new HashSet<>();
    each.forEach(
        (name, property) -> {
          if (ofJson(properties.function(), property, depth + 1).closed()) {
            plain.add(name);
          }
        });
    int more = schema.getOrDefault("additionalProperties", -1);
    Constant others = more < 0 ? null : constant(at.function(), more);
    boolean closed = others != null && !others.truthy() && plain.size() == each.size();
    return new Shape(closed, plain);
  }

  // Values.

  /** What is stored into an object where it is written; null if that is not all, or it is none. */
  @Nullable Map<String, Integer> stored(Place object) {
    Body body = program.body(object.function());
    if (body.op(object.value()) != Op.OBJECT) {
      return null;
    }
    FileFlow file = program.flowOf(object.function());
    Map<String, Integer> stored = new HashMap<>();
    int last = Math.min(body.size(), object.value() + MOST_LOOK);
    for (int v = object.value() + 1; v < last; v++) {
      boolean into =
          (body.op(v) == Op.STORE || body.op(v) == Op.STORE_KEY || body.op(v) == Op.SPREAD_COPY)
              && Values.plain(body, body.a(v)) == object.value();
      if (into && body.op(v) == Op.STORE) {
        stored.put(file.name(body.b(v)), body.c(v));
      } else if (into && body.op(v) == Op.STORE_KEY) {
        String key = all.apis.name(object.function(), Values.plain(body, body.b(v)));
        if (key == null) {
          return null;
        }
        stored.put(key, body.c(v));
      } else if (into) {
        return null;
      }
    }
    return stored;
  }

  /** An argument of a call; null if it has none. */
  @Nullable Place argument(Place call, int index) {
    int argument = Values.argument(program.body(call.function()), call.value(), index);
    return argument < 0 ? null : resolve(call.function(), argument);
  }

  /** The name of the method that a call calls; empty if it calls none. */
  String method(Place call) {
    String method =
        Values.method(program.flowOf(call.function()), program.body(call.function()), call.value());
    return method == null ? "" : method;
  }

  @Nullable String text(int function, int value) {
    Constant constant = value < 0 ? null : constant(function, value);
    return constant == null ? null : constant.string();
  }

  private @Nullable Constant constant(int function, int value) {
    return all.effects.constant(program.flowOf(function), program.body(function), value);
  }

  private boolean isCall(Place at) {
    return program.body(at.function()).op(at.value()) == Op.CALL;
  }

  /** The library of schemas that an API is of; null if it is of none. */
  private static @Nullable String module(String api) {
    for (String module : MODULES) {
      if (api.startsWith(module + ".")) {
        return module;
      }
    }
    return null;
  }

  /** Where a value comes from, be it in another file; null if that is not known. */
  @Nullable Place resolve(int function, int value) {
    int at = function;
    int v = value;
    for (int i = 0; i < MOST_MODULES && v >= 0; i++) {
      FileFlow file = program.flowOf(at);
      Values.At origin = all.effects.origin(file, program.body(at), v);
      if (origin.value() < 0) {
        return null;
      }
      at = program.function(program.fileOf(at), origin.body().number());
      v = origin.value();
      Place exported = exported(at, origin.body(), v);
      if (exported == null) {
        return new Place(at, v);
      }
      at = exported.function();
      v = exported.value();
    }
    return v < 0 ? null : new Place(at, v);
  }

  /** What a value that is imported is in the file that exports it; null if it is not imported. */
  private @Nullable Place exported(int function, Body body, int v) {
    FileFlow file = program.flowOf(function);
    switch (body.op(v)) {
      case IMPORT -> {
        return exported(function, file.name(body.a(v)), file.name(body.b(v)));
      }
      case MODULE -> {
        return exported(function, file.name(body.a(v)), "");
      }
      case LOAD -> {
        Values.At of = all.effects.origin(file, body, body.a(v));
        String name = file.name(body.b(v));
        if (of.value() >= 0 && of.op() == Op.MODULE) {
          return exported(function, file.name(of.body().a(of.value())), name);
        }
        if (of.value() >= 0 && of.op() == Op.IMPORT) {
          String group = file.name(of.body().b(of.value()));
          Place holder = exported(function, file.name(of.body().a(of.value())), group);
          return holder == null ? null : member(holder, name);
        }
        if (of.value() >= 0 && of.op() == Op.OBJECT) {
          int owner = program.function(program.fileOf(function), of.body().number());
          return member(new Place(owner, of.value()), name);
        }
        return null;
      }
      default -> {
        return null;
      }
    }
  }

  /** What is stored into an object under a name; null if that is not known. */
  @Nullable Place member(Place holder, String name) {
    Place object = resolve(holder.function(), holder.value());
    Map<String, Integer> stored = object == null ? null : stored(object);
    Integer value = stored == null ? null : stored.get(name);
    return object == null || value == null ? null : new Place(object.function(), value);
  }

  /** An export of a module of the program; all of it for an empty name. */
  private @Nullable Place exported(int from, String specifier, String name) {
    int target = program.module(program.fileOf(from), specifier);
    if (target < 0 || program.file(target).bodies().isEmpty()) {
      return null;
    }
    int top = program.function(target, 0);
    Body body = program.body(top);
    FileFlow file = program.file(target);
    Place found = null;
    for (int v = 0; v < body.size(); v++) {
      switch (body.op(v)) {
        case EXPORT -> {
          String exported = file.name(body.a(v));
          if (exported.equals(name) || name.isEmpty() && exported.equals("default")) {
            found = new Place(top, body.b(v));
          }
        }
        case SET_EXPORTS -> {
          Place whole = new Place(top, body.a(v));
          Place part = name.isEmpty() ? whole : member(whole, name);
          found = part == null ? found : part;
        }
        case STORE -> {
          int of = Values.plain(body, body.a(v));
          if (of >= 0 && body.op(of) == Op.EXPORTS && file.name(body.b(v)).equals(name)) {
            found = new Place(top, body.c(v));
          }
        }
        default -> {
          // exports nothing
        }
      }
    }
    return found;
  }
}
