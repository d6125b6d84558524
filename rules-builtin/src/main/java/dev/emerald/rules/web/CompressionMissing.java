package dev.emerald.rules.web;

import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Traits;
import dev.emerald.spi.deploy.CaddyConfig;
import dev.emerald.spi.deploy.CaddyDirective;
import dev.emerald.spi.deploy.NginxConfig;
import dev.emerald.spi.deploy.NginxDirective;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers are not compressed. */
@RuleInfo(
    id = "web-compression-missing",
    title = "Answers are not compressed",
    severity = Severity.INFO,
    cwe = {400},
    roadmap = {RoadmapItem.DEV_8},
    why =
        "Text that is not compressed takes several times the bytes: slower for "
            + "people, dearer for you, and an easier server to exhaust. It was not seen in "
            + "the repository; a proxy in front may do it.",
    remedy =
        "Register a compressing middleware, or switch gzip or brotli on at the "
            + "proxy. Leave out answers that hold a secret beside what a request chose.",
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
              const compression = require('compression');
              const app = express();
              app.use(compression());
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
    },
    weight = RuleInfo.Weight.DECIDES)
public final class CompressionMissing implements Rule {

  @Override
  public void register(Hooks on) {
    on.file((program, context) -> Imported.keep(LIBRARIES, context));
    on.project(this::check);
  }

  private static final Set<String> LIBRARIES =
      Set.of(
          "compression",
          "koa-compress",
          "@fastify/compress",
          "fastify-compress",
          "shrink-ray",
          "shrink-ray-current",
          "express-static-gzip",
          "http-compression",
          "@polka/compression");

  private static final List<String> BY_DEFAULT = List.of("next", "@hapi/hapi", "hapi");

  private void check(Project project, RuleContext context) {
    List<Imported> seen = context.kept(Imported.class);
    Optional<Location> proxy = proxy(project);
    Traits.each(project, (of, traits) -> judge(of, traits, seen, proxy, context));
  }

  /** Where a proxy of the repository compresses what goes through it. */
  private static Optional<Location> proxy(Project project) {
    for (NginxConfig config : project.manifests(NginxConfig.class)) {
      Optional<Location> found = gzip(config.directives());
      if (found.isPresent()) {
        return found;
      }
    }
    for (CaddyConfig config : project.manifests(CaddyConfig.class)) {
      for (CaddyDirective site : config.sites()) {
        Optional<CaddyDirective> encode = site.inner("encode");
        if (encode.isPresent()) {
          return encode.map(CaddyDirective::location);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Location> gzip(List<NginxDirective> directives) {
    for (NginxDirective each : directives) {
      if ((each.name().equals("gzip") || each.name().equals("brotli"))
          && each.argument().equals("on")) {
        return Optional.of(each.location());
      }
      Optional<Location> inner = gzip(each.block());
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private static void judge(
      ProjectPackage of,
      Traits traits,
      List<Imported> seen,
      Optional<Location> proxy,
      RuleContext context) {
    if (!traits.service()) {
      context.notApplicable(RoadmapItem.DEV_8, of, traits.kind().words());
      return;
    }
    Optional<Imported> used = Imported.first(seen, traits, LIBRARIES);
    if (used.isPresent()) {
      context.satisfied(
          RoadmapItem.DEV_8,
          used.get().location(),
          "answers are compressed by " + used.get().library());
      return;
    }
    if (proxy.isPresent()) {
      context.satisfied(RoadmapItem.DEV_8, proxy.get(), "a proxy compresses answers");
      return;
    }
    for (String framework : BY_DEFAULT) {
      if (traits.uses(framework)) {
        traits
            .place()
            .ifPresent(
                at ->
                    context.satisfied(
                        RoadmapItem.DEV_8, at, framework + " compresses answers by default"));
        return;
      }
    }
    traits
        .listener()
        .or(traits::place)
        .ifPresent(
            at ->
                context.report(
                    at,
                    "Nothing in the repository compresses what this answers; a proxy may do it"));
  }
}
