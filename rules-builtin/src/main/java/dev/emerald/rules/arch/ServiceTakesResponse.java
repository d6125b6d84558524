package dev.emerald.rules.arch;

import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Symbol;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Services that answer requests themselves. */
@RuleInfo(
    id = "arch-service-imports-http",
    title = "A service is given the response",
    severity = Severity.LOW,
    cwe = 1057,
    roadmap = RoadmapItem.ARCH_3,
    why =
        "A service that writes the response can not be called by anything but a route, nor tested"
            + " without one, and what it checks is not checked for those who come another way.",
    remedy = "Take plain values and return a result or throw; let the route answer.",
    bad =
        @Example(
            file = "services/orders.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
                """,
            value =
                """
                const express = require('express');
                const app = express();
                exports.list = (db, res) => {
                  db.all((error, orders) => res.json(orders));
                };
                app.listen(3000);
                """),
    good =
        @Example(
            file = "services/orders.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
                """,
            value =
                """
                const express = require('express');
                const app = express();
                exports.list = (db) => db.all();
                app.listen(3000);
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class ServiceTakesResponse implements Rule {

  private static final Pattern SERVICE =
      Pattern.compile("(?:.{1,200}/)?(?:services?/.{1,100}|[^/]{1,60}[.-]service)\\.[cm]?[jt]s");

  private static final Set<String> RESPONSES = Set.of("res", "response", "reply", "resp");

  private static final Set<String> ANSWERS =
      Set.of("status", "json", "send", "render", "redirect", "sendStatus", "cookie", "setHeader");

  private static final int SHOWN = 6;

  @Override
  public void register(Hooks on) {
    on.node(FunctionLike.class, ServiceTakesResponse::function);
    on.project(ServiceTakesResponse::check);
  }

  /** A function that answers. */
  private record Answering(Location location) {}

  private static void function(FunctionLike function, FileContext context) {
    if (context.file().test()) {
      return;
    }
    for (dev.emerald.spi.ast.Pattern parameter : function.params()) {
      if (parameter instanceof Identifier name
          && RESPONSES.contains(name.name())
          && !isMiddleware(function)
          && isAnswered(context.scopes().symbolOf(name), context)) {
        context.keep(new Answering(context.location(name)));
        return;
      }
    }
  }

  /** A guard that goes before routes has to do with requests, wherever it lies. */
  private static boolean isMiddleware(FunctionLike function) {
    int last = function.params().size() - 1;
    return last >= 2
        && function.params().get(last) instanceof Identifier name
        && name.name().equals("next");
  }

  private static boolean isAnswered(@Nullable Symbol response, FileContext context) {
    if (response == null || response.kind() != Symbol.Kind.PARAMETER) {
      return false;
    }
    for (Identifier reference : response.references()) {
      if (context.tree().parent(reference) instanceof MemberExpression member
          && member.object() == reference
          && context.tree().parent(member) instanceof CallExpression call
          && call.callee() == member
          && !call.arguments().isEmpty()
          && ANSWERS.contains(String.valueOf(Keys.of(member)))) {
        return true;
      }
    }
    return false;
  }

  private static void check(Project project, RuleContext context) {
    List<Answering> all = context.kept(Answering.class);
    Traits.each(
        project,
        (of, traits) -> {
          if (!traits.kind().answers()) {
            return;
          }
          String folder = of.directory().isEmpty() ? "" : of.directory() + "/";
          List<Answering> found =
              all.stream()
                  .filter(each -> traits.holds(each.location()))
                  .filter(
                      each ->
                          SERVICE
                              .matcher(each.location().path().substring(folder.length()))
                              .matches())
                  .toList();
          if (!found.isEmpty()) {
            report(found, context);
          }
        });
  }

  private static void report(List<Answering> found, RuleContext context) {
    String others = found.size() == 1 ? "" : "; so are %d in all".formatted(found.size());
    Problem problem =
        Problem.at(
            found.get(0).location(), "This function of a service is given the response" + others);
    for (Answering other : found.subList(1, Math.min(found.size(), SHOWN))) {
      problem = problem.withStep(other.location(), "given the response too");
    }
    context.report(problem);
  }
}
