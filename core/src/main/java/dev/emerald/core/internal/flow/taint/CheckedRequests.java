package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.flow.effects.Values;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.taint.Schemas.Place;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request brings to its handler after a check on its way: middleware of the route, the
 * schema of the route, or the handler itself. What such a check makes text and numbers of cannot be
 * an object with keys of the sender's choice.
 */
final class CheckedRequests {

  private static final Set<String> FRAMEWORKS = Set.of("express-validator", "fastify");

  private static final Set<String> MEMBERS = Set.of("body", "query", "params");

  /** Checks that throw, or give a promise that fails. */
  private static final Set<String> THROWING =
      Set.of("parse", "parseAsync", "validateAsync", "validateSync", "assert", "attempt");

  /** Checks that give what they found. */
  private static final Set<String> TELLING = Set.of("validate", "safeParse", "safeParseAsync");

  private static final Set<String> FOUND = Set.of("error", "success", "errors");

  private static final Set<String> RESULTS = Set.of("value", "data");

  /** Checks and conversions of one field that no object passes. */
  private static final Set<String> OF_FIELD =
      Set.of(
          "isAlpha",
          "isAlphanumeric",
          "isBoolean",
          "isCreditCard",
          "isCurrency",
          "isDate",
          "isDecimal",
          "isEmail",
          "isFloat",
          "isHash",
          "isHexadecimal",
          "isIBAN",
          "isIP",
          "isISBN",
          "isISO8601",
          "isIn",
          "isInt",
          "isJWT",
          "isLocale",
          "isMACAddress",
          "isMD5",
          "isMobilePhone",
          "isMongoId",
          "isNumeric",
          "isPort",
          "isPostalCode",
          "isSlug",
          "isStrongPassword",
          "isString",
          "isURL",
          "isUUID",
          "toBoolean",
          "toDate",
          "toFloat",
          "toInt");

  private static final int MOST_CALLS = 24;
  private static final int MOST_MIDDLEWARE = 32;

  /** How deep in a handler functions are looked at. */
  private static final int MOST_NESTED = 3;

  private final Tabulation all;
  private final Program program;
  private final Schemas schemas;

  /** By function: those that are written in it. */
  private final Map<Integer, List<Integer>> within = new HashMap<>();

  /** By value: what the part of a request that it is was checked to be. */
  private final Map<Integer, Shape> checked = new HashMap<>();

  /** By handler: what its routes have checked of each part of a request. */
  private final Map<Integer, Map<String, Shape>> handlers = new HashMap<>();

  CheckedRequests(Tabulation all) {
    this.all = all;
    this.program = all.program;
    this.schemas = new Schemas(all);
  }

  /** Looks for checks, if the program has a library for them. */
  void look(ApiModels models) {
    if (!all.apis.loadsAny(Schemas.MODULES) && !all.apis.loadsAny(FRAMEWORKS)) {
      return;
    }
    for (int function = 0; function < program.functions(); function++) {
      within.computeIfAbsent(program.enclosing(function), of -> new ArrayList<>()).add(function);
    }
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        String name = body.op(v) == Op.CALL ? all.apis.name(function, v) : null;
        if (name != null && !models.handlers(name).isEmpty()) {
          route(function, body, v);
        }
        if (body.op(v) == Op.CALL) {
          result(function, body, v);
        }
      }
    }
    handlers.forEach(this::handler);
  }

  boolean isEmpty() {
    return checked.isEmpty();
  }

  /** Whether a part of a request is nothing that holds objects of the sender's making. */
  boolean isClosed(int value) {
    Shape shape = checked.get(value);
    return shape != null && shape.closed();
  }

  /** Whether a property of a part of a request is text, a number, or made of such. */
  boolean isPlain(int value, String property) {
    Shape shape = checked.get(value);
    return shape != null && (shape.closed() || shape.plain().contains(property));
  }

  // Routes.

  private void route(int function, Body body, int call) {
    int list = body.c(call);
    Map<String, Shape> sofar = new HashMap<>();
    Set<String> fields = new HashSet<>();
    boolean asked = false;
    for (int i = 0; i < body.listSize(list) && i < MOST_MIDDLEWARE; i++) {
      int argument = body.listAt(list, i);
      if (argument < 0) {
        continue;
      }
      for (int thing : all.types.of(program.base(function) + argument)) {
        if (all.types.things().kind(thing) == Things.Kind.FUNCTION) {
          int handler = all.types.things().subject(thing);
          asked |= asksForErrors(handler);
          Map<String, Shape> here = new HashMap<>(sofar);
          if (asked) {
            Shape plain = new Shape(false, fields);
            MEMBERS.forEach(member -> here.merge(member, plain, Shape::and));
          }
          handlers.merge(handler, here, CheckedRequests::inBoth);
        }
      }
      middleware(function, argument, sofar, fields, 0);
    }
  }

  private static Map<String, Shape> inBoth(Map<String, Shape> one, Map<String, Shape> other) {
    Map<String, Shape> both = new HashMap<>();
    one.forEach(
        (member, shape) -> both.put(member, shape.or(other.getOrDefault(member, Shape.ANY))));
    return both;
  }

  /** Whether a function looks at what checks of fields have found. */
  private boolean asksForErrors(int function) {
    Body body = program.body(function);
    for (int v = 0; v < body.size(); v++) {
      if (body.op(v) == Op.CALL
          && "express-validator.validationResult".equals(all.apis.name(function, v))) {
        return true;
      }
    }
    return false;
  }

  /** Takes in what middleware checks. */
  private void middleware(
      int function, int value, Map<String, Shape> sofar, Set<String> fields, int depth) {
    Place at = schemas.resolve(function, value);
    if (at == null || depth > 2) {
      return;
    }
    Body body = program.body(at.function());
    switch (body.op(at.value())) {
      case ARRAY -> {
        int list = body.c(at.value());
        for (int i = 0; i < body.listSize(list) && i < MOST_MIDDLEWARE; i++) {
          int element = body.listAt(list, i);
          boolean spread = element >= 0 && body.op(element) == Op.SPREAD;
          middleware(at.function(), spread ? body.a(element) : element, sofar, fields, depth + 1);
        }
      }
      case OBJECT -> ofRoute(at, sofar);
      case FUNCTION -> {
        int inner = program.function(program.fileOf(at.function()), body.a(at.value()));
        checks(inner, null, sofar);
      }
      case CALL -> called(at, sofar, fields);
      default -> {
        // says nothing
      }
    }
  }

  /** The JSON schemas in the options of a route. */
  private void ofRoute(Place options, Map<String, Shape> sofar) {
    Place schema = property(options, "schema");
    for (String member : MEMBERS) {
      Place part = schema == null ? null : property(schema, member);
      if (part == null && schema != null && member.equals("query")) {
        part = property(schema, "querystring");
      }
      if (part != null) {
        sofar.merge(member, schemas.ofJson(part.function(), part.value(), 0), Shape::and);
      }
    }
  }

  private void called(Place call, Map<String, Shape> sofar, Set<String> fields) {
    String api = all.apis.name(call.function(), call.value());
    if (api != null && (api.equals("celebrate") || api.equals("celebrate.celebrate"))) {
      Place parts = schemas.argument(call, 0);
      Map<String, Integer> stored = parts == null ? null : schemas.stored(parts);
      if (parts != null && stored != null) {
        stored.forEach(
            (key, schema) -> {
              String member = key.replace("celebrate.Segments.", "").toLowerCase(Locale.ROOT);
              if (MEMBERS.contains(member)) {
                sofar.merge(member, schemas.of(parts.function(), schema), Shape::and);
              }
            });
      }
      return;
    }
    if (api != null && api.startsWith("express-validator.")) {
      field(call, fields);
      return;
    }
    IntList callees = all.types.callees(program.base(call.function()) + call.value());
    for (int i = 0; callees != null && i < callees.size(); i += 2) {
      for (int inner : within.getOrDefault(callees.get(i), List.of())) {
        checks(inner, call, sofar);
      }
    }
  }

  /** A chain of checks of one field. */
  private void field(Place last, Set<String> fields) {
    Place at = last;
    boolean plain = false;
    for (int i = 0; i < MOST_CALLS && at != null; i++) {
      Body body = program.body(at.function());
      int callee = Values.plain(body, body.a(at.value()));
      int receiver = callee >= 0 && body.op(callee) == Op.LOAD ? body.a(callee) : -1;
      Place before = receiver < 0 ? null : schemas.resolve(at.function(), receiver);
      if (before == null || program.body(before.function()).op(before.value()) != Op.CALL) {
        int given = Values.argument(body, at.value(), 0);
        String name = given < 0 ? null : schemas.text(at.function(), given);
        if (plain && name != null) {
          fields.add(name);
        }
        if (plain && given >= 0) {
          fields.addAll(all.effects.texts(program.flowOf(at.function()), body, given));
        }
        return;
      }
      plain |= OF_FIELD.contains(schemas.method(at));
      at = before;
    }
  }

  // Checks in functions.

  /** Notes what a check gives back. */
  private void result(int function, Body body, int call) {
    FileFlow file = program.flowOf(function);
    String method = Values.method(file, body, call);
    if (method == null || !THROWING.contains(method) && !TELLING.contains(method)) {
      return;
    }
    Shape shape = schema(function, body, call, null);
    if (shape.equals(Shape.ANY)) {
      return;
    }
    if (THROWING.contains(method)) {
      checked.put(program.base(function) + call, shape);
      return;
    }
    for (int v = call + 1; v < body.size(); v++) {
      if (body.op(v) == Op.LOAD
          && RESULTS.contains(file.name(body.b(v)))
          && isCall(body, body.a(v), call)) {
        checked.put(program.base(function) + v, shape);
      }
    }
  }

  /**
   * What a function that gets a request checks of it.
   *
   * @param made the call of the function that made it; null if none did
   */
  private void checks(int function, @Nullable Place made, Map<String, Shape> sofar) {
    Body body = program.body(function);
    for (int v = 0; v < body.size(); v++) {
      String member = body.op(v) == Op.CALL ? member(function, body, v, made) : null;
      if (member != null) {
        sofar.merge(member, schema(function, body, v, made), Shape::and);
      }
    }
  }

  /** The part of the request that a call checks; null if it checks none. */
  private @Nullable String member(int function, Body body, int call, @Nullable Place made) {
    String method = Values.method(program.flowOf(function), body, call);
    if (method == null
        || !THROWING.contains(method)
            && !(TELLING.contains(method) && isLookedAt(function, body, call))) {
      return null;
    }
    int given = Values.argument(body, call, 0);
    int part = given < 0 ? -1 : Values.plain(body, given);
    if (part < 0) {
      return null;
    }
    FileFlow file = program.flowOf(function);
    switch (body.op(part)) {
      case LOAD -> {
        String name = file.name(body.b(part));
        return MEMBERS.contains(name) && isRequest(body, body.a(part)) ? name : null;
      }
      case LOAD_KEY -> {
        if (!isRequest(body, body.a(part))) {
          return null;
        }
        Place key = parameterOfMaker(function, body.b(part), made);
        String name = key == null ? null : schemas.text(key.function(), key.value());
        return name == null && made != null && key == null ? "body" : name;
      }
      default -> {
        return null;
      }
    }
  }

  private static boolean isRequest(Body body, int value) {
    int of = Values.plain(body, value);
    return of >= 0 && body.op(of) == Op.PARAM && body.a(of) < 2;
  }

  /** Whether somebody asks what a check has found. */
  private boolean isLookedAt(int function, Body body, int call) {
    FileFlow file = program.flowOf(function);
    for (int v = call + 1; v < body.size(); v++) {
      if (body.op(v) == Op.LOAD
          && FOUND.contains(file.name(body.b(v)))
          && isCall(body, body.a(v), call)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCall(Body body, int value, int call) {
    int of = Values.plain(body, value);
    while (of >= 0 && body.op(of) == Op.AWAIT) {
      of = Values.plain(body, body.a(of));
    }
    return of == call;
  }

  /** The schema that a call checks with. */
  private Shape schema(int function, Body body, int call, @Nullable Place made) {
    String api = all.apis.name(function, call);
    boolean joi = api != null && (api.endsWith("joi.attempt") || api.endsWith("joi.assert"));
    int schema = joi ? Values.argument(body, call, 1) : Values.receiver(body, call);
    if (schema < 0) {
      return Shape.ANY;
    }
    Place given = parameterOfMaker(function, schema, made);
    if (given != null) {
      return schemas.of(given.function(), given.value());
    }
    int of = Values.plain(body, schema);
    if (made != null && of >= 0 && body.op(of) == Op.LOAD) {
      Place holder = parameterOfMaker(function, body.a(of), made);
      Place part =
          holder == null ? null : property(holder, program.flowOf(function).name(body.b(of)));
      if (part != null) {
        return schemas.of(part.function(), part.value());
      }
    }
    return schemas.of(function, schema);
  }

  /**
   * What the call that made a function gives as the parameter that a value is; null if it is none.
   */
  private @Nullable Place parameterOfMaker(int function, int value, @Nullable Place made) {
    FileFlow file = program.flowOf(function);
    Values.At origin = all.effects.origin(file, program.body(function), value);
    if (made == null
        || origin.value() < 0
        || origin.body().number() == program.body(function).number()) {
      return null;
    }
    int parameter = parameter(origin.body(), origin.value());
    return parameter < 0 ? null : schemas.argument(made, origin.body().a(parameter));
  }

  /** The parameter that a value is, be it with a default; -1 if it is none. */
  private static int parameter(Body body, int value) {
    if (body.op(value) == Op.PARAM) {
      return value;
    }
    int list = body.op(value) == Op.PHI ? body.c(value) : -1;
    for (int i = 0; i < body.listSize(list); i++) {
      int operand = Values.plain(body, body.listAt(list, i));
      if (operand >= 0 && body.op(operand) == Op.PARAM) {
        return operand;
      }
    }
    return -1;
  }

  private @Nullable Place property(Place holder, String name) {
    Place stored = schemas.member(holder, name);
    return stored == null ? null : schemas.resolve(stored.function(), stored.value());
  }

  // Handlers.

  /** Notes what is known of the parts of a request where a handler reads them. */
  private void handler(int handler, Map<String, Shape> ofRoutes) {
    handler(handler, handler, ofRoutes, 0);
  }

  private void handler(int function, int handler, Map<String, Shape> ofRoutes, int depth) {
    reads(function, handler, new HashMap<>(ofRoutes));
    if (depth < MOST_NESTED) {
      for (int inner : within.getOrDefault(function, List.of())) {
        handler(inner, handler, ofRoutes, depth + 1);
      }
    }
  }

  private void reads(int function, int handler, Map<String, Shape> known) {
    Body body = program.body(function);
    FileFlow file = program.flowOf(function);
    for (int v = 0; v < body.size(); v++) {
      String member = body.op(v) == Op.CALL ? member(function, body, v, null) : null;
      if (member != null) {
        known.merge(member, schema(function, body, v, null), Shape::and);
      }
      if (body.op(v) != Op.LOAD) {
        continue;
      }
      Shape shape = known.get(file.name(body.b(v)));
      if (shape != null && isOfHandler(function, body, body.a(v), handler)) {
        checked.put(program.base(function) + v, shape);
      }
      // What is read before a check may be the same value as what is read after it.
      int of = Stores.origin(body, body.a(v));
      Shape whole = of >= 0 && body.op(of) == Op.LOAD ? known.get(file.name(body.b(of))) : null;
      if (whole != null
          && (whole.closed() || whole.plain().contains(file.name(body.b(v))))
          && isOfHandler(function, body, body.a(of), handler)) {
        checked.put(program.base(function) + v, Shape.SCALAR);
      }
    }
  }

  private boolean isOfHandler(int function, Body body, int value, int handler) {
    Values.At origin = all.effects.origin(program.flowOf(function), body, value);
    return origin.value() >= 0
        && origin.op() == Op.PARAM
        && origin.body().number() == program.body(handler).number()
        && origin.body().a(origin.value()) < 2;
  }
}
