package dev.emerald.rules.web;

import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Kind;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A service sends no security headers. */
@RuleInfo(
    id = "web-helmet-missing",
    title = "A service sends no security headers",
    severity = Severity.MEDIUM,
    cwe = {693, 1021},
    roadmap = {RoadmapItem.DEP_10},
    why =
        "Without them browsers guess types, let other sites frame the pages, and run "
            + "whatever script gets into one. It costs a line to send them.",
    remedy =
        "Register helmet, or your framework's counterpart, before the routes, and "
            + "keep its content security policy.",
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
              const helmet = require('helmet');
              const app = express();
              app.use(helmet());
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
public final class HelmetMissing implements Rule {

  @Override
  public void register(Hooks on) {
    on.file((program, context) -> Imported.keep(ALL, context));
    on.project(this::check);
  }

  private static final Set<String> LIBRARIES =
      Set.of(
          "helmet",
          "koa-helmet",
          "@fastify/helmet",
          "fastify-helmet",
          "lusca",
          "koa-lusca",
          "blankie",
          "hapi-helmet",
          "helmet-csp",
          "next-safe",
          "@nuxtjs/helmet",
          "nuxt-security");

  private static final Set<String> LIMITERS =
      Set.of(
          "express-rate-limit",
          "rate-limiter-flexible",
          "@fastify/rate-limit",
          "koa-ratelimit",
          "express-brute",
          "express-slow-down",
          "@nestjs/throttler",
          "limiter",
          "hapi-rate-limit");

  private static final Set<String> ALL = union();

  private static Set<String> union() {
    Set<String> all = new TreeSet<>(LIBRARIES);
    all.addAll(LIMITERS);
    return Set.copyOf(all);
  }

  private void check(Project project, RuleContext context) {
    List<Imported> seen = context.kept(Imported.class);
    Traits.each(project, (of, traits) -> judge(of, traits, seen, context));
  }

  private static void judge(
      ProjectPackage of, Traits traits, List<Imported> seen, RuleContext context) {
    if (!traits.service()) {
      if (traits.kind() != Kind.FRONT_END) {
        context.notApplicable(RoadmapItem.DEP_10, of, traits.kind().words());
        context.notApplicable(RoadmapItem.DEP_7, of, traits.kind().words());
      }
      if (traits.kind() != Kind.SERVERLESS) {
        context.notApplicable(RoadmapItem.DEP_6, of, traits.kind().words());
      }
      return;
    }
    Optional<Imported> used = Imported.first(seen, traits, LIBRARIES);
    Imported.first(seen, traits, LIMITERS)
        .ifPresent(
            limiter ->
                context.satisfied(
                    RoadmapItem.DEP_10,
                    limiter.location(),
                    limiter.library() + " limits requests"));
    if (used.isEmpty()) {
      context.notAssessed(
          RoadmapItem.DEP_7,
          of,
          "no TLS in the repository: the service listens in the clear, and who ends TLS in front of"
              + " it is not known");
      traits
          .listener()
          .or(traits::place)
          .ifPresent(
              at -> context.report(at, "Nothing sets security headers on what this answers"));
      return;
    }
    String library = used.get().library();
    context.satisfied(
        RoadmapItem.DEP_10, used.get().location(), library + " sets headers on every answer");
    if (library.contains("helmet")) {
      context.satisfied(
          RoadmapItem.DEP_7,
          used.get().location(),
          library + " tells browsers to use https (HSTS)");
    }
  }
}
