package dev.emerald.rules.arch;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.traits.Kind;
import dev.emerald.rules.traits.Traits;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Modules import each other in a circle. */
@RuleInfo(
    id = "arch-circular-dependency",
    title = "Modules import each other in a circle",
    severity = Severity.LOW,
    cwe = {1047},
    roadmap = {RoadmapItem.ARCH_1},
    why =
        "Modules in a circle can only be understood, tested and loaded together; "
            + "what one of them sees of another depends on which was loaded first. A "
            + "folder full of files, and an entry that holds all routes, hide in the same "
            + "way what belongs together.",
    remedy =
        "Move what the modules share into one of their own, or pass it in. Keep "
            + "sources in folders by layer or by feature, and routes out of the entry "
            + "file.",
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
                const app = express();
                app.get('/0', (req, res) => res.send('0'));
                app.get('/1', (req, res) => res.send('1'));
                app.get('/2', (req, res) => res.send('2'));
                app.get('/3', (req, res) => res.send('3'));
                app.get('/4', (req, res) => res.send('4'));
                app.get('/5', (req, res) => res.send('5'));
                app.get('/6', (req, res) => res.send('6'));
                app.get('/7', (req, res) => res.send('7'));
                app.get('/8', (req, res) => res.send('8'));
                app.get('/9', (req, res) => res.send('9'));
                app.get('/10', (req, res) => res.send('10'));
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
                const app = express();
                app.use(require('./routes'));
                app.listen(3000);
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class CircularImports implements Rule {

  @Override
  public void register(Hooks on) {
    on.file(
        (program, context) -> {
          if (!context.file().test()) {
            int end = Math.min(1, context.source().length());
            context.keep(new Start(context.source().location(0, end)));
          }
        });
    on.call(
        api("{express(),fastify(),koa-router(),@koa/router()}.{get,post,put,patch,delete}"),
        (call, context) -> {
          if (call.arguments().size() > 1) {
            context.keep(new Route(context.file().path()));
          }
        });
    on.project(this::check);
  }

  private static final int SMALLEST_CIRCLE = 3;

  private static final int MOST_ROUTES = 10;

  private static final int MOST_IN_ROOT = 8;

  private static final int SMALL = 12;

  /**
   * What describes tables as classes. Entities name each other within functions, to be called once
   * all are loaded; that is how the tables refer to each other.
   */
  private static final Set<String> MAPPERS =
      Set.of("typeorm", "sequelize-typescript", "@mikro-orm/core", "@typegoose/typegoose");

  private static boolean isOfEntities(List<String> circle, Traits traits) {
    return traits.files().stream()
        .filter(file -> circle.contains(file.path()))
        .allMatch(file -> file.imports().stream().anyMatch(MAPPERS::contains));
  }

  /** Where a file begins. */
  private record Start(Location location) {}

  /** A route that a file registers. */
  private record Route(String path) {}

  private void check(Project project, RuleContext context) {
    Map<String, Location> starts = new TreeMap<>();
    context
        .kept(Start.class)
        .forEach(start -> starts.put(start.location().path(), start.location()));
    Traits.each(project, (of, traits) -> judge(of, traits, starts, context));
  }

  private static void judge(
      ProjectPackage of, Traits traits, Map<String, Location> starts, RuleContext context) {
    if (traits.kind() == Kind.NO_CODE) {
      context.notApplicable(RoadmapItem.ARCH_1, of, traits.kind().words());
      return;
    }
    boolean fine = true;
    for (List<String> circle : ImportCircles.of(traits.files())) {
      Location at = starts.get(circle.get(0));
      if (circle.size() >= SMALLEST_CIRCLE && at != null && !isOfEntities(circle, traits)) {
        fine = false;
        context.report(at, circle.size() + " modules import each other, this one among them");
      }
    }
    Location listener = traits.listener().orElse(null);
    if (listener != null) {
      long routes =
          context.kept(Route.class).stream()
              .filter(route -> route.path().equals(listener.path()))
              .count();
      if (routes > MOST_ROUTES) {
        fine = false;
        context.report(
            listener, "The file that starts the service registers " + routes + " routes itself");
      }
    }
    Set<String> folders = new TreeSet<>();
    List<String> inRoot = new ArrayList<>();
    for (ProjectFile file : traits.files()) {
      int slash = file.path().lastIndexOf('/');
      String folder = slash < 0 ? "" : file.path().substring(0, slash);
      folders.add(folder);
      if (folder.equals(of.directory())
          && !file.path().contains("config")
          && !file.path().contains(".d.")) {
        inRoot.add(file.path());
      }
    }
    Location first = starts.get(traits.files().get(0).path());
    if (inRoot.size() >= MOST_IN_ROOT && inRoot.size() * 2 > traits.files().size()) {
      fine = false;
      Location at = starts.get(inRoot.get(0));
      if (at != null) {
        context.report(at, inRoot.size() + " sources lie in the root of the package");
      }
    }
    if (fine && first != null && (folders.size() > 1 || traits.files().size() < SMALL)) {
      context.satisfied(
          RoadmapItem.ARCH_1,
          listener == null ? first : listener,
          "%d sources in %d folders, no circle of three modules or more"
              .formatted(traits.files().size(), folders.size()));
    }
  }
}
