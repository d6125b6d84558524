package dev.emerald.rules.dos;

import dev.emerald.rules.traits.Express;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.regex.BacktrackingWitness;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.version.Version;
import java.util.function.BiConsumer;

/**
 * The regular expressions that Express makes of the paths of routes: each request is matched with
 * them. Those of version 4 hold what stands in parentheses as it is; since 4.20 the parameters of
 * one segment no longer share their characters. Version 5 makes none that are slow.
 */
final class RoutePatterns {

  /** What the paths of routes are given to. */
  static final ApiPattern ROUTES =
      ApiPattern.api(
          "{express(),express.Router()}"
              + ".{get,post,put,patch,delete,head,options,all,use,route}");

  /** The first version of path-to-regexp, as Express 4 brings it, that keeps parameters apart. */
  private static final Version APART = Version.parse("0.1.10").orElseThrow();

  private static final int LONGEST = 2_000;

  private RoutePatterns() {}

  /**
   * Gives the expressions that a call makes of the paths it is given.
   *
   * @param action is given where a path stands, and the expression
   */
  static void forEach(
      Invocation call, FileContext context, BiConsumer<Expression, RegexPattern> action) {
    Expression paths = call.argument(0);
    if (paths == null || !Express.isVersion4(context)) {
      return;
    }
    if (paths instanceof ArrayExpression list) {
      for (Node each : list.elements()) {
        if (each instanceof Expression path) {
          accept(path, call, context, action);
        }
      }
    } else {
      accept(paths, call, context, action);
    }
  }

  private static void accept(
      Expression path,
      Invocation call,
      FileContext context,
      BiConsumer<Expression, RegexPattern> action) {
    Constant constant = context.scopes().constantOf(path);
    String text = constant == null ? null : constant.string();
    if (text == null || text.length() > LONGEST || isPlain(text)) {
      return;
    }
    String api = context.scopes().apiOf(call.callee());
    boolean whole = api == null || !api.endsWith(".use");
    RoutePath route = new RoutePath(text, isApart(context.project()));
    action.accept(path, context.regex(route.regex(whole), "i"));
  }

  /** Whether a path has no more than one parameter, and nothing that repeats. */
  private static boolean isPlain(String path) {
    return path.indexOf('(') < 0
        && path.indexOf('*') < 0
        && path.indexOf('+') < 0
        && path.indexOf(':') == path.lastIndexOf(':');
  }

  /**
   * Whether what is repeated can stand in the path of a request as it is. How the text ends counts
   * less: most characters do where one does.
   */
  static boolean isPath(BacktrackingWitness witness) {
    String text = witness.prefix() + witness.pump();
    return text.chars().allMatch(unit -> unit > ' ' && unit < 127 && "?#\"<>".indexOf(unit) < 0);
  }

  /** Whether parameters are kept apart; they are in what is installed where no lock file is. */
  private static boolean isApart(Project project) {
    for (DependencyGraph graph : project.manifests(DependencyGraph.class)) {
      for (LockedPackage locked : graph.named("path-to-regexp")) {
        if (Version.parse(locked.version()).filter(each -> each.compareTo(APART) < 0).isPresent()) {
          return false;
        }
      }
    }
    return true;
  }
}
