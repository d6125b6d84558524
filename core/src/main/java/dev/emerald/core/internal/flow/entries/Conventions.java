package dev.emerald.core.internal.flow.entries;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import dev.emerald.core.internal.flow.types.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Functions that a framework finds by the name of their file and of what it exports: pages, routes
 * and actions of Next.js; endpoints of other frameworks, loaders of pages, workers.
 */
public final class Conventions {

  private static final Pattern PAGE =
      Pattern.compile("(?:.*/)?app/(?:.*/)?(?:page|layout|default)\\.[cm]?[jt]sx?");

  private static final Pattern ROUTE = Pattern.compile("(?:.*/)?app/(?:.*/)?route\\.[cm]?[jt]s");

  private static final Pattern OLD_PAGE = Pattern.compile("(?:.*/)?pages/.*\\.[cm]?[jt]sx?");

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private static final Pattern LOADED =
      Pattern.compile("(?:.*/)?(?:\\+(?:page|layout)(?:\\.server)?|routes/.*)\\.[cm]?[jt]sx?");

  private static final List<String> LOADERS = List.of("load", "loader", "action");

  /** What endpoints call what they are given; what only sends a request is given other things. */
  private static final Set<String> REQUESTS =
      Set.of("request", "req", "ctx", "context", "event", "apiContext");

  private static final Set<String> MEMBERS_OF_REQUESTS = Set.of("url", "params", "request");

  private static final int MOST_LOADS = 200;

  private static final String REQUEST = "next/server.NextRequest()";

  /** What endpoints are given: the request, or what holds it. */
  private static final String EVENT = "@sveltejs/kit.RequestEvent()";

  /**
   * What outsiders give a function.
   *
   * @param key the property of the parameter that they give; empty for all of it
   * @param text whether it is text for sure
   */
  public record Given(int function, int parameter, String key, boolean text) {}

  /**
   * What was found.
   *
   * @param types for the parameters that are requests, the name that models know them by
   */
  public record Found(List<Given> given, Map<Integer, String> types) {}

  private final Types types;
  private final Program program;
  private final Found found = new Found(new ArrayList<>(), new HashMap<>());

  private Conventions(Types types) {
    this.types = types;
    this.program = types.program();
  }

  /** The functions that are found by convention. */
  public static Found of(Types types) {
    Conventions conventions = new Conventions(types);
    for (int file = 0; file < conventions.program.files(); file++) {
      conventions.look(file);
    }
    return conventions.found;
  }

  private void look(int file) {
    FileFlow flow = program.file(file);
    String path = flow.path();
    if (flow.isOfActions()) {
      actions(file);
    }
    if (path.indexOf("app/") >= 0) {
      if (PAGE.matcher(path).matches()) {
        page(file, "default");
        page(file, "generateMetadata");
      } else if (ROUTE.matcher(path).matches()) {
        METHODS.forEach(method -> route(file, method));
        return;
      }
    }
    METHODS.forEach(method -> endpoint(file, method));
    endpoint(file, "ALL");
    worker(file);
    if (LOADED.matcher(path).matches()) {
      LOADERS.forEach(loader -> endpoint(file, loader));
    }
    if (path.indexOf("pages/") >= 0 && OLD_PAGE.matcher(path).matches()) {
      for (int function : exported(file, "getServerSideProps")) {
        give(function, 0, "query", false);
        give(function, 0, "params", true);
      }
    }
  }

  private void page(int file, String name) {
    for (int function : exported(file, name)) {
      give(function, 0, "searchParams", false);
      give(function, 0, "params", true);
    }
  }

  private void route(int file, String method) {
    for (int function : exported(file, method)) {
      int[] parameters = program.parameters(function);
      if (parameters.length > 0 && parameters[0] >= 0) {
        found.types().put(parameters[0], REQUEST);
      }
      give(function, 1, "params", true);
    }
  }

  /** A function that answers the requests of one method, or gives a page its data. */
  private void endpoint(int file, String name) {
    for (int function : exported(file, name)) {
      requested(function, EVENT);
    }
  }

  /** A module that is a server: {@code export default { fetch(request) … }}. */
  private void worker(int file) {
    Things things = types.things();
    int exports = things.of(Things.Kind.EXPORTS, file);
    int whole = types.field(exports, program.names().number("default"));
    for (int thing : whole < 0 ? new int[0] : types.of(whole)) {
      if (things.kind(thing) == Things.Kind.OBJECT) {
        for (int function : functions(types.field(thing, program.names().number("fetch")))) {
          requested(function, REQUEST);
        }
      }
    }
  }

  private void requested(int function, String type) {
    int[] parameters = program.parameters(function);
    if (parameters.length > 0 && parameters[0] >= 0 && isRequest(function)) {
      found.types().put(parameters[0], type);
    }
  }

  /** Whether the first parameter is called what a request is called, or taken apart as one is. */
  private boolean isRequest(int function) {
    Body body = program.body(function);
    FileFlow file = program.flowOf(function);
    int parameter = -1;
    for (int v = 0; v < body.size() && v < MOST_LOADS; v++) {
      if (body.op(v) == Op.PARAM && body.a(v) == 0) {
        int name = body.parameterName(0);
        if (name >= 0) {
          return REQUESTS.contains(file.name(name).replaceFirst("^_", ""));
        }
        parameter = v;
      } else if (parameter >= 0
          && body.op(v) == Op.LOAD
          && body.a(v) == parameter
          && MEMBERS_OF_REQUESTS.contains(file.name(body.b(v)))) {
        return true;
      }
    }
    return false;
  }

  /** What a page calls on the server takes what the page sends. */
  private void actions(int file) {
    Things things = types.things();
    int exports = things.of(Things.Kind.EXPORTS, file);
    for (int i = 0; i < types.keys(exports).size(); i++) {
      for (int function : functions(types.field(exports, types.keys(exports).get(i)))) {
        Body body = program.body(function);
        for (int p = 0; body.is(Body.ASYNC) && p < program.parameters(function).length; p++) {
          give(function, p, "", false);
        }
      }
    }
  }

  private void give(int function, int parameter, String key, boolean text) {
    int[] parameters = program.parameters(function);
    if (parameter < parameters.length && parameters[parameter] >= 0) {
      found.given().add(new Given(function, parameter, key, text));
    }
  }

  private List<Integer> exported(int file, String name) {
    int exports = types.things().of(Things.Kind.EXPORTS, file);
    return functions(types.field(exports, program.names().number(name)));
  }

  private List<Integer> functions(int node) {
    List<Integer> functions = new ArrayList<>(1);
    for (int thing : node < 0 ? new int[0] : types.of(node)) {
      if (types.things().kind(thing) == Things.Kind.FUNCTION) {
        functions.add(types.things().subject(thing));
      }
    }
    return functions;
  }
}
