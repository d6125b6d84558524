package dev.emerald.rules.arch;

import dev.emerald.rules.traits.Traits;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** There is nothing between handlers and data. */
@RuleInfo(
    id = "arch-no-service-layer",
    title = "There is nothing between handlers and data",
    severity = Severity.LOW,
    cwe = {1057},
    roadmap = {RoadmapItem.ARCH_3},
    why =
        "Rules of the business that stand in handlers and models hold for one route "
            + "only. A check that a service would make for all is made by some.",
    remedy =
        "Put what the program is about into modules that take plain values and know "
            + "neither requests nor the database.",
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
                app.get('/0', (req, res) => db.User.find(0));
                app.get('/1', (req, res) => db.User.find(1));
                app.get('/2', (req, res) => db.User.find(2));
                app.get('/3', (req, res) => db.User.find(3));
                app.get('/4', (req, res) => db.User.find(4));
                app.get('/5', (req, res) => db.User.find(5));
                app.listen(3000);
                """),
    good =
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
                app.get('/0', (req, res) => users.find(0));
                app.get('/1', (req, res) => users.find(1));
                app.get('/2', (req, res) => users.find(2));
                app.get('/3', (req, res) => users.find(3));
                app.get('/4', (req, res) => users.find(4));
                app.get('/5', (req, res) => users.find(5));
                app.listen(3000);
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class ServiceLayerMissing implements Rule {

  @Override
  public void register(Hooks on) {
    Handler.look(on);
    on.project(this::check);
  }

  private static final int FEWEST = 5;

  /** With no layer in sight, so many that go past it are no accident. */
  private static final int SEVERAL = 3;

  private static final Pattern SERVICES =
      Pattern.compile(
          "(?:.{0,200}[/.])?(?:services?|usecases?|use-cases?|domain|business|core|logic|managers?"
              + "|renderer|interactors?)(?:[/.].{0,100})?");

  private void check(Project project, RuleContext context) {
    Traits.each(project, (of, traits) -> judge(of, traits, context));
  }

  private static void judge(ProjectPackage of, Traits traits, RuleContext context) {
    List<Handler> handlers = Handler.in(traits, context);
    if (!traits.kind().answers()) {
      context.notApplicable(RoadmapItem.ARCH_3, of, "no routes: " + traits.kind().words());
      return;
    }
    // What a route is registered with may pass the request on to a method: one handler, not two.
    int passing = (int) handlers.stream().filter(Handler::forwards).count();
    int count = Math.max(passing, handlers.size() - passing);
    if (count < FEWEST) {
      context.notApplicable(
          RoadmapItem.ARCH_3, of, count + " handlers of requests: too few to ask for a layer");
      return;
    }
    long direct = handlers.stream().filter(Handler::reachesData).count();
    if (direct * 2 > handlers.size()) {
      context.report(
          handlers.get(0).location(),
          direct + " of " + handlers.size() + " handlers get at data themselves");
      return;
    }
    // What holds handlers itself is no layer beneath them, whatever its folder is called.
    Set<String> holding = new HashSet<>();
    handlers.forEach(handler -> holding.add(handler.location().path()));
    for (Handler handler : handlers) {
      boolean layered =
          !handler.reachesData() && handler.served()
              || !handler.reachesData()
                  && traits.files().stream()
                      .filter(file -> file.path().equals(handler.location().path()))
                      .flatMap(file -> file.importedFiles().stream())
                      .anyMatch(
                          path -> SERVICES.matcher(path).matches() && !holding.contains(path));
      if (layered) {
        context.satisfied(
            RoadmapItem.ARCH_3,
            handler.location(),
            "handlers reach data through a layer of services");
        return;
      }
    }
    if (direct >= SEVERAL) {
      context.report(
          handlers.get(0).location(),
          direct
              + " of "
              + handlers.size()
              + " handlers get at data themselves, and none has a layer of services");
    }
  }
}
