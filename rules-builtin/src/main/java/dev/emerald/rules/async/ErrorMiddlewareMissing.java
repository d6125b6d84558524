package dev.emerald.rules.async;

import dev.emerald.rules.traits.Kind;
import dev.emerald.rules.traits.Traits;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A service has no error handler of its own. */
@RuleInfo(
    id = "async-no-error-middleware",
    title = "A service has no error handler of its own",
    severity = Severity.MEDIUM,
    cwe = {755, 209},
    roadmap = {RoadmapItem.DEP_4},
    why =
        "Without one Express answers errors with a page of its own, outside of "
            + "production with the stack; a bare server answers nothing at all and stops.",
    remedy =
        "Register a handler with the four parameters (error, request, response, "
            + "next) after all routes: log the error, answer a status without details.",
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
                app.get('/', (req, res) => res.send('hello'));
                app.listen(3000);
                """),
    good = {
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
              app.use((error, req, res, next) => res.status(500).send('sorry'));
              app.get('/', (req, res) => res.send('hello'));
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
              module.exports = (app) => app.get('/', (req, res) => res.send('hello'));
              """)
    })
public final class ErrorMiddlewareMissing implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(FunctionLike.class, ErrorMiddlewareMissing::handler);
    on.project(this::check);
  }

  private static final List<String> HIDING =
      List.of("koa", "fastify", "@nestjs/core", "next", "@hapi/hapi", "nuxt");

  /** Packages whose middleware handles errors; what they send is for other rules to say. */
  private static final Set<String> HANDLERS =
      Set.of(
          "errorhandler",
          "strong-error-handler",
          "express-error-handler",
          "api-error-handler",
          "@feathersjs/express");

  /** A function with the parameters of an error handler. */
  private record ErrorHandler(Location location) {}

  private static void handler(FunctionLike function, FileContext context) {
    if (function.params().size() == 4
        && function.params().get(0) instanceof Identifier error
        && function.params().get(2) instanceof Identifier response
        && error.name().toLowerCase(Locale.ROOT).contains("err")
        && response.name().toLowerCase(Locale.ROOT).contains("res")) {
      context.keep(new ErrorHandler(context.location(function.params().get(0))));
    }
  }

  private void check(Project project, RuleContext context) {
    Traits.each(project, (of, traits) -> judge(of, traits, context));
  }

  private static void judge(ProjectPackage of, Traits traits, RuleContext context) {
    if (traits.kind() == Kind.SERVERLESS) {
      return;
    }
    if (!traits.service()) {
      if (traits.kind() != Kind.CLI) {
        context.notApplicable(RoadmapItem.DEP_4, of, traits.kind().words());
      }
      return;
    }
    Optional<ErrorHandler> own =
        context.kept(ErrorHandler.class).stream()
            .filter(each -> traits.holds(each.location()))
            .findFirst();
    if (own.isPresent()) {
      context.satisfied(
          RoadmapItem.DEP_4, own.get().location(), "an error handler of the service's own");
      return;
    }
    if (HANDLERS.stream().anyMatch(traits::imports)) {
      return;
    }
    for (String framework : HIDING) {
      if (traits.imports(framework) || framework.equals("next") && traits.depends(framework)) {
        traits
            .listener()
            .or(traits::place)
            .ifPresent(
                at ->
                    context.satisfied(
                        RoadmapItem.DEP_4,
                        at,
                        framework + " answers errors without their details"));
        return;
      }
    }
    traits
        .listener()
        .or(traits::place)
        .ifPresent(at -> context.report(at, "No error handler is registered for what this serves"));
  }
}
