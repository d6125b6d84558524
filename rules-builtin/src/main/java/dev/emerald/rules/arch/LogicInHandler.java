package dev.emerald.rules.arch;

import dev.emerald.rules.traits.Traits;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.List;

/** Handlers of requests do the work themselves. */
@RuleInfo(
    id = "arch-db-in-route",
    title = "Handlers of requests do the work themselves",
    severity = Severity.LOW,
    cwe = {1057},
    roadmap = {RoadmapItem.ARCH_2},
    why =
        "What a handler does itself can not be used or tested without a request, and "
            + "every handler that needs it checks it anew, or forgets to.",
    remedy =
        "Let the handler read the request, call one function of another module, and " + "answer.",
    bad =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
                """,
            value =
                """
                const express = require('express');
                const db = require('./models');
                const app = express();
                app.get('/users', (req, res) => {
                  db.User.findAll().then((users) => res.json(users));
                });
                app.listen(3000);
                """),
    good = {
      @Example(
          file = "example.js",
          packageJson =
              """
              { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
              """,
          value =
              """
              const express = require('express');
              const users = require('./services/users');
              const app = express();
              app.get('/users', async (req, res) => res.json(await users.all()));
              app.listen(3000);
              """),
      @Example(
          file = "example.js",
          packageJson =
              """
              { "name": "part", "exports": "./example.js" }
              """,
          value =
              """
              module.exports = (a) => a + 1;
              """)
    },
    weight = RuleInfo.Weight.DECIDES)
public final class LogicInHandler implements Rule {

  @Override
  public void register(Hooks on) {
    Handler.look(on);
    on.project(this::check);
  }

  private static final int FEW = 10;

  private static final int SHOWN = 8;

  private void check(Project project, RuleContext context) {
    Traits.each(project, (of, traits) -> judge(of, traits, context));
  }

  /** One finding a package: a finding for each handler would bury the others. */
  private static void report(List<Handler> doing, int all, RuleContext context) {
    Handler first = doing.get(0);
    String others =
        doing.size() == 1
            ? ""
            : "; %d of %d handlers do work of their own".formatted(doing.size(), all);
    Problem problem = Problem.at(place(first), "This handler " + first.fault() + others);
    for (Handler other : doing.subList(1, Math.min(doing.size(), SHOWN))) {
      problem = problem.withStep(place(other), "this handler " + other.fault());
    }
    context.report(problem);
  }

  private static Location place(Handler handler) {
    Location data = handler.data() != null ? handler.data() : handler.process();
    return data != null ? data : handler.location();
  }

  private static void judge(ProjectPackage of, Traits traits, RuleContext context) {
    List<Handler> handlers = Handler.in(traits, context);
    if (!traits.kind().answers()) {
      context.notApplicable(
          RoadmapItem.ARCH_2, of, "no handlers of requests: " + traits.kind().words());
      return;
    }
    if (handlers.isEmpty()) {
      context.notAssessed(RoadmapItem.ARCH_2, of, "no handler of requests was recognised");
      return;
    }
    List<Handler> doing = handlers.stream().filter(Handler::holdsLogic).toList();
    boolean many = handlers.size() > FEW ? doing.size() * 10 >= handlers.size() : !doing.isEmpty();
    if (many) {
      report(doing, handlers.size(), context);
      return;
    }
    String count =
        " (" + (handlers.size() - doing.size()) + " of " + handlers.size() + " handlers)";
    handlers.stream()
        .filter(handler -> !handler.holdsLogic())
        .limit(2)
        .forEach(
            handler ->
                context.satisfied(
                    RoadmapItem.ARCH_2,
                    handler.location(),
                    "this handler leaves the work to others" + count));
  }
}
