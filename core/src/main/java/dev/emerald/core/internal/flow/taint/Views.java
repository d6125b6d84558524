package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import dev.emerald.core.internal.template.TemplateNames;
import dev.emerald.core.internal.template.TemplateScript;
import dev.emerald.spi.scope.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hands what a page is rendered with to the templates that it is made of. */
public final class Views {

  /** Methods that take the name of a template, and what it is filled with. */
  private static final Set<String> RENDERING =
      Set.of(
          "render",
          "view",
          "viewAsync",
          "renderFile",
          "renderFileSync",
          "renderFileAsync",
          "renderView",
          "renderAsync",
          "renderTemplate");

  private static final Set<String> ENGINES =
      Set.of(
          "swig", "swig-templates", "nunjucks", "twig", "eta", "handlebars", "mustache", "edge.js");

  private static final int MOST_LOOK = 200;

  private final Tabulation all;
  private final Program program;

  /** For each template its parameter, by the number of the file. */
  private final SortedMap<Integer, Integer> parameters = new TreeMap<>();

  private final TemplateNames names;
  private final Map<String, Integer> files = new HashMap<>();

  /** What comes to one value comes to others too. */
  private final Map<Integer, IntList> passed = new HashMap<>();

  Views(Tabulation all, List<View> views) {
    this.all = all;
    this.program = all.program;
    Set<String> paths = new HashSet<>();
    for (View view : views) {
      paths.add(view.flow().path());
    }
    names = new TemplateNames(paths);
    for (int file = 0; file < program.files(); file++) {
      String path = program.file(file).path();
      if (paths.contains(path) && program.file(file).bodies().size() > 1) {
        int[] given = program.parameters(program.function(file, 1));
        if (given.length == 1 && given[0] >= 0) {
          parameters.put(file, given[0]);
          files.put(path, file);
        }
      }
    }
    for (View view : views) {
      String from = view.flow().path();
      for (String name : view.includes()) {
        for (String path : names.find(from, name)) {
          pass(parameter(from), parameter(path));
        }
      }
    }
    if (!parameters.isEmpty()) {
      shareObjects();
    }
  }

  /** What the template of a path is filled with; null if it has nothing to fill. */
  private @Nullable Integer parameter(String path) {
    Integer file = files.get(path);
    return file == null ? null : parameters.get(file);
  }

  private void pass(@Nullable Integer from, @Nullable Integer to) {
    if (from != null && to != null && !from.equals(to)) {
      passed.computeIfAbsent(from, key -> new IntList()).add(to);
    }
  }

  /** Whether there are any. */
  boolean any() {
    return !parameters.isEmpty();
  }

  /** Whether a file is a template. */
  boolean isTemplate(int file) {
    return parameters.containsKey(file);
  }

  /** Whether a fact about a value concerns the files that a template includes. */
  void include(int fact, int value) {
    IntList to = passed.isEmpty() ? null : passed.get(value);
    for (int i = 0; to != null && i < to.size(); i++) {
      all.shared(to.get(i), all.facts.path(fact), all.facts.mark(fact), fact);
    }
  }

  /** Something that lives on is controlled, and templates are rendered with it. */
  void share(int node, int path, int mark, int fact) {
    IntList to = passed.get(node);
    for (int i = 0; to != null && i < to.size(); i++) {
      all.shared(to.get(i), path, mark, fact);
    }
  }

  /** An argument of a call is controlled: if the call renders, so is what the template has. */
  void render(CallTransfer.At at, int position, int path) {
    if (position < 1) {
      return;
    }
    for (int parameter : rendered(at.function(), at.body(), at.u())) {
      all.shared(parameter, path, all.facts.mark(at.fact()), at.fact());
    }
  }

  /** Something is made known to all templates. */
  void locals(int function, Body body, int store, int path, int mark, int fact) {
    String of = all.apis.name(function, body.a(store));
    if (of == null || !of.endsWith(".locals") && !of.endsWith(".state")) {
      return;
    }
    int key = program.names().of(program.fileOf(function), body.b(store));
    int below = all.paths.below(key, path);
    for (int parameter : parameters.values()) {
      all.shared(parameter, below, mark, fact);
    }
  }

  /** The parameters of the templates that a call renders. */
  private List<Integer> rendered(int function, Body body, int call) {
    FileFlow file = program.flowOf(function);
    String name = name(file, body, call);
    if (name == null) {
      return List.of();
    }
    List<Integer> found = new ArrayList<>();
    for (String path : names.find(file.path(), name)) {
      Integer parameter = parameter(path);
      if (parameter != null) {
        found.add(parameter);
      }
    }
    return found;
  }

  /** The name of the template that a call renders; null if it renders none that is known. */
  private static @Nullable String name(FileFlow file, Body body, int call) {
    if (body.op(call) != Op.CALL || body.listSize(body.c(call)) < 2 || !renders(file, body, call)) {
      return null;
    }
    return text(file, body, body.listAt(body.c(call), 0));
  }

  private static boolean renders(FileFlow file, Body body, int call) {
    int api = body.api(call);
    if (api >= 0 && file.name(api).equals(TemplateScript.MODULE + ".include")) {
      return true;
    }
    int callee = Stores.origin(body, body.a(call));
    if (callee < 0) {
      return false;
    }
    return switch (body.op(callee)) {
      case LOAD -> RENDERING.contains(file.name(body.b(callee)));
      case GLOBAL -> file.name(body.a(callee)).equals("include");
      default -> false;
    };
  }

  /** A constant text, or the end of one that is put together, as of a path. */
  private static @Nullable String text(FileFlow file, Body body, int argument) {
    int value = argument < 0 ? -1 : Stores.origin(body, argument);
    for (int i = 0; i < 4 && value >= 0; i++) {
      switch (body.op(value)) {
        case CONST -> {
          return file.constant(body.a(value)).string();
        }
        case CALL, CONCAT -> {
          int size = body.listSize(body.c(value));
          int last = size == 0 ? -1 : body.listAt(body.c(value), size - 1);
          value = last < 0 ? -1 : Stores.origin(body, last);
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  /** What lives on is found by its properties: those that a template reads of it. */
  private void shareObjects() {
    Things things = all.types.things();
    for (int function = 0; function < program.functions(); function++) {
      Body body = program.body(function);
      for (int v = 0; v < body.size(); v++) {
        if (body.op(v) != Op.CALL || body.listSize(body.c(v)) < 2) {
          continue;
        }
        List<Integer> found = rendered(function, body, v);
        int given = found.isEmpty() ? -1 : body.listAt(body.c(v), 1);
        for (int thing : given < 0 ? new int[0] : all.types.of(program.base(function) + given)) {
          if (things.kind(thing) == Things.Kind.OBJECT) {
            found.forEach(parameter -> shareObject(thing, parameter));
          }
        }
      }
    }
  }

  private void shareObject(int thing, int parameter) {
    int function = program.functionOf(parameter);
    Body body = program.body(function);
    int base = program.base(function);
    for (int i = 0, n = program.uses().count(parameter); i < n; i++) {
      int user = program.uses().get(parameter, i);
      if (program.op(user) == Op.LOAD && body.a(user - base) == parameter - base) {
        int key = program.names().of(program.fileOf(function), body.b(user - base));
        int node = all.types.field(thing, key);
        if (node >= 0) {
          passed.computeIfAbsent(node, one -> new IntList()).add(user);
        }
      }
    }
  }

  // What the program says of its templates, before there are any.

  /** The names of all that is rendered. */
  public static Set<String> rendered(List<FileFlow> flows) {
    Set<String> found = new HashSet<>();
    for (FileFlow file : flows) {
      for (Body body : file.bodies()) {
        for (int v = 0; v < body.size(); v++) {
          String name = name(file, body, v);
          if (name != null) {
            found.add(name);
          }
        }
      }
    }
    return found;
  }

  /** Whether a template engine is told not to escape. */
  public static boolean escapingIsOff(List<FileFlow> flows) {
    for (FileFlow file : flows) {
      for (Body body : file.bodies()) {
        for (int v = 0; v < body.size(); v++) {
          if (body.op(v) == Op.STORE && isOff(file, body, v)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isOff(FileFlow file, Body body, int store) {
    String name = file.name(body.b(store)).toLowerCase(Locale.ROOT);
    boolean off = name.equals("autoescape");
    if (!off && !name.equals("noescape")) {
      return false;
    }
    int value = Stores.origin(body, body.c(store));
    Constant constant = body.op(value) == Op.CONST ? file.constant(body.a(value)) : null;
    if (constant == null || constant.truthy() == off) {
      return false;
    }
    int object = Stores.origin(body, body.a(store));
    int last = Math.min(body.size(), store + MOST_LOOK);
    for (int u = store + 1; u < last; u++) {
      Op op = body.op(u);
      if ((op == Op.CALL || op == Op.NEW) && body.api(u) >= 0 && isGiven(body, u, object)) {
        String api = file.name(body.api(u));
        int end = api.indexOf('.', api.startsWith("edge.js") ? 7 : 0);
        if (ENGINES.contains(end < 0 ? api : api.substring(0, end))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isGiven(Body body, int call, int object) {
    int list = body.c(call);
    for (int i = 0; i < body.listSize(list); i++) {
      int argument = body.listAt(list, i);
      if (argument >= 0 && Stores.origin(body, argument) == object) {
        return true;
      }
    }
    return false;
  }
}
