package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Traits;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Set;

/** Answers that name their framework. */
@RuleInfo(
    id = "web-x-powered-by",
    title = "Every answer says that it comes from Express",
    severity = Severity.LOW,
    cwe = 200,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "Who looks for servers to try the flaws of a framework on finds them by this header; to"
            + " nobody else does it say anything.",
    remedy = "Call app.disable('x-powered-by'), or use helmet.",
    bad =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
                """,
            value =
                """
                const express = require('express');
                const app = express();
                app.listen(3000);
                """),
    good =
        @Example(
            file = "example.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node example.js" } }
                """,
            value =
                """
                const express = require('express');
                const app = express();
                app.disable('x-powered-by');
                app.listen(3000);
                """))
public final class PoweredBy implements Rule {

  private static final Set<String> HELMETS =
      Set.of("helmet", "lusca", "hide-powered-by", "dont-sniff-mimetype");

  private record App(Location at) {}

  private record Header(Location at) {}

  @Override
  public void register(Hooks on) {
    on.file((program, context) -> Imported.keep(HELMETS, context));
    on.call(
        api("express"),
        (call, context) -> {
          if (!context.file().test()) {
            context.keep(new App(context.location(call)));
          }
        });
    on.node(
        StringLiteral.class,
        (text, context) -> {
          if (text.value().equalsIgnoreCase("x-powered-by")) {
            context.keep(new Header(context.location(text)));
          }
        });
    on.project(PoweredBy::judge);
  }

  private static void judge(Project project, RuleContext context) {
    List<App> apps = context.kept(App.class);
    List<Header> headers = context.kept(Header.class);
    List<Imported> helmets = context.kept(Imported.class);
    Traits.each(
        project,
        (of, traits) -> {
          if (traits.service()
              && Imported.first(helmets, traits, HELMETS).isEmpty()
              && headers.stream().noneMatch(header -> traits.holds(header.at()))) {
            apps.stream()
                .filter(app -> traits.holds(app.at()))
                .findFirst()
                .ifPresent(
                    app -> context.report(app.at(), "Its answers carry X-Powered-By: Express"));
          }
        });
  }
}
