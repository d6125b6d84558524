package dev.emerald.core.internal.flow.entries;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import dev.emerald.core.internal.flow.types.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Functions that a framework finds by the name of their file and of what it exports: pages, routes
 * and actions of Next.js.
 */
public final class Conventions {

  private static final Pattern PAGE =
      Pattern.compile("(?:.*/)?app/(?:.*/)?(?:page|layout|default)\\.[cm]?[jt]sx?");

  private static final Pattern ROUTE = Pattern.compile("(?:.*/)?app/(?:.*/)?route\\.[cm]?[jt]s");

  private static final Pattern OLD_PAGE = Pattern.compile("(?:.*/)?pages/.*\\.[cm]?[jt]sx?");

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private static final String REQUEST = "next/server.NextRequest()";

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
      }
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
