package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ImportDeclaration;
import dev.emerald.spi.ast.ImportSpecifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.MethodDefinition;
import dev.emerald.spi.ast.NewExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Symbol;
import dev.emerald.spi.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Handlers that are registered in another file than the one that they stand in. */
final class ImportedHandlers {

  private static final ApiPattern ROUTERS = api("{express(),express.Router()}");

  private static final Pattern ROUTER =
      Pattern.compile("(?i)app|server|api|routes?|\\w{0,40}router");

  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "head", "options", "all", "use");

  /** What answers the rejections of handlers, or registers them for another framework. */
  private static final Set<String> OTHERS =
      Set.of(
          "express-promise-router",
          "@awaitjs/express",
          "koa",
          "koa-router",
          "@koa/router",
          "fastify",
          "restify",
          "polka",
          "hono");

  private ImportedHandlers() {}

  /**
   * A name that a route is registered with.
   *
   * @param file the file that registers it
   * @param module the folder and name of the file that it comes from, relative to the root
   */
  private record Registered(String file, String module, String name) {}

  /** A function of a name whose rejection gets out at a place. */
  private record Escaping(String file, String name, Location place) {}

  /** Keeps what a route is registered with. */
  static void route(CallExpression call, FileContext context) {
    if (context.file().test()
        || !(call.callee() instanceof MemberExpression member)
        || !METHODS.contains(String.valueOf(Keys.of(member)))
        || !isRouter(member.object(), call, context)
        || context.file().imports().stream().anyMatch(OTHERS::contains)) {
      return;
    }
    for (Expression argument : call.arguments()) {
      if (argument instanceof ArrayExpression several) {
        several.elements().forEach(each -> keep(each, context));
      } else {
        keep(argument, context);
      }
    }
  }

  /** Whether routes are registered with an object: by what it is, or else by how it is called. */
  private static boolean isRouter(Expression object, CallExpression call, FileContext context) {
    if (object instanceof CallExpression chained
        && chained.callee() instanceof MemberExpression member) {
      String method = String.valueOf(Keys.of(member));
      return (method.equals("route") || METHODS.contains(method))
          && isRouter(member.object(), chained, context);
    }
    String api = context.scopes().apiOf(object);
    if (api != null) {
      return ROUTERS.matches(api);
    }
    Expression first = call.argument(0);
    return object instanceof Identifier name
        && ROUTER.matcher(name.name()).matches()
        && (first instanceof StringLiteral || first instanceof TemplateLiteral);
  }

  private static void keep(@Nullable Expression written, FileContext context) {
    Expression handler = written;
    if (handler instanceof CallExpression bound
        && bound.callee() instanceof MemberExpression member
        && "bind".equals(Keys.of(member))) {
      handler = member.object();
    }
    if (handler instanceof Identifier name) {
      String module = moduleOf(name, context);
      if (module != null) {
        context.keep(new Registered(context.file().path(), module, importedName(name, context)));
      }
    } else if (handler instanceof MemberExpression member) {
      String name = Keys.of(member);
      Expression object = context.scopes().origin(member.object());
      object = object instanceof NewExpression made ? made.callee() : member.object();
      String module = object instanceof Identifier holder ? moduleOf(holder, context) : null;
      if (name != null && module != null) {
        context.keep(new Registered(context.file().path(), module, name));
      }
    }
  }

  /** The name that a binding has where it comes from. */
  private static String importedName(Identifier name, FileContext context) {
    Symbol symbol = context.scopes().symbolOf(name);
    Identifier declared = symbol == null ? name : symbol.declarations().get(0);
    Node parent = context.tree().parent(declared);
    if (parent instanceof ImportSpecifier specifier
        && specifier.imported() instanceof Identifier imported) {
      return imported.name();
    }
    String key = parent instanceof Property property ? Keys.of(property) : null;
    return key == null ? declared.name() : key;
  }

  /** The path of the module that a name comes from; null for packages and for names of the file. */
  private static @Nullable String moduleOf(Identifier name, FileContext context) {
    Symbol symbol = context.scopes().symbolOf(name);
    if (symbol == null || symbol.declarations().isEmpty()) {
      return null;
    }
    Identifier declared = symbol.declarations().get(0);
    ImportDeclaration imported = context.tree().enclosing(declared, ImportDeclaration.class);
    String specifier = imported == null ? null : imported.source().value();
    if (specifier == null) {
      VariableDeclarator variable = context.tree().enclosing(declared, VariableDeclarator.class);
      Expression value = variable == null ? null : variable.init();
      while (value instanceof MemberExpression member) {
        value = member.object();
      }
      specifier =
          value instanceof CallExpression call
                  && call.callee() instanceof Identifier callee
                  && callee.name().equals("require")
                  && call.argument(0) instanceof StringLiteral text
              ? text.value()
              : null;
    }
    return specifier == null || !specifier.startsWith(".")
        ? null
        : path(context.file().path(), specifier);
  }

  private static @Nullable String path(String file, String specifier) {
    Deque<String> parts = new ArrayDeque<>();
    int slash = file.lastIndexOf('/');
    String folder = slash < 0 ? "" : file.substring(0, slash + 1);
    for (String part : (folder + specifier).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return null;
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /** Keeps a function that has a name and whose rejection gets out. */
  static void function(FunctionLike function, FileContext context) {
    if (context.file().test() || function.params().size() < 2 || function.params().size() > 4) {
      return;
    }
    Location place = Coroutines.escape(function, context);
    String name = place == null ? null : nameOf(Coroutines.whole(function, context), context);
    if (place != null && name != null) {
      context.keep(new Escaping(context.file().path(), name, place));
    }
  }

  private static @Nullable String nameOf(Node function, FileContext context) {
    if (function instanceof FunctionDeclaration declared) {
      Identifier id = declared.id();
      return id == null ? null : id.name();
    }
    Node parent = context.tree().parent(function);
    if (parent instanceof VariableDeclarator variable && variable.id() instanceof Identifier id) {
      return id.name();
    }
    if (parent instanceof AssignmentExpression assignment
        && assignment.left() instanceof MemberExpression member) {
      return Keys.of(member);
    }
    if (parent instanceof Property property) {
      return Keys.of(property);
    }
    Expression key =
        parent instanceof MethodDefinition method
            ? method.key()
            : parent instanceof PropertyDefinition field ? field.key() : null;
    return key instanceof Identifier id ? id.name() : null;
  }

  /** The places where rejections of handlers get out that another file registers. */
  static List<Location> escaping(Project project, RuleContext context) {
    Map<String, ProjectFile> files = new HashMap<>();
    project.files().forEach(file -> files.put(file.path(), file));
    Map<String, Set<String>> names = new HashMap<>();
    for (Registered each : context.kept(Registered.class)) {
      ProjectFile from = files.get(each.file());
      for (String path : from == null ? Set.<String>of() : from.importedFiles()) {
        if (isModule(path, each.module())) {
          names.computeIfAbsent(path, key -> new HashSet<>()).add(each.name());
          // An index hands on what other files have.
          ProjectFile target = files.get(path);
          for (String inner : target == null ? Set.<String>of() : target.importedFiles()) {
            if (isIndex(path)) {
              names.computeIfAbsent(inner, key -> new HashSet<>()).add(each.name());
            }
          }
        }
      }
    }
    Set<Location> places = new TreeSet<>();
    for (Escaping each : context.kept(Escaping.class)) {
      if (names.getOrDefault(each.file(), Set.of()).contains(each.name())) {
        places.add(each.place());
      }
    }
    return new ArrayList<>(places);
  }

  private static boolean isModule(String path, String module) {
    String plain = withoutExtension(path);
    return path.equals(module)
        || plain.equals(module)
        || plain.equals(withoutExtension(module)) && module.endsWith(".js")
        || plain.equals(module.isEmpty() ? "index" : module + "/index");
  }

  private static boolean isIndex(String path) {
    return withoutExtension(path.substring(path.lastIndexOf('/') + 1)).equals("index");
  }

  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }
}
