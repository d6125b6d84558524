package dev.emerald.rules.deploy;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.BooleanLiteral;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Nothing watches the service in production. */
@RuleInfo(
    id = "deploy-no-monitoring",
    title = "Nothing watches the service in production",
    severity = Severity.MEDIUM,
    cwe = {778},
    roadmap = {RoadmapItem.DEP_3},
    why =
        "An attack, a leak or a fault that nobody is told of goes on. Two of three "
            + "are asked for: a logger, metrics or tracing or error reports, and a health "
            + "check.",
    remedy =
        "Use a structured logger, register OpenTelemetry or another agent before "
            + "everything else, and answer a health check.",
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
              const logger = require('pino')();
              require('@sentry/node').init({ dsn: process.env.SENTRY_DSN });
              const app = express();

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
public final class MonitoringMissing implements Rule {

  @Override
  public void register(Hooks on) {
    on.file((program, context) -> Imported.keep(ALL, context));
    on.node(StringLiteral.class, MonitoringMissing::route);
    on.call(api("fastify"), MonitoringMissing::server);
    on.node(Property.class, MonitoringMissing::routePath);
    on.project(this::check);
  }

  private static final Set<String> LOGGERS =
      Set.of(
          "winston",
          "pino",
          "bunyan",
          "log4js",
          "pino-http",
          "nestjs-pino",
          "koa-pino-logger",
          "signale",
          "loglevel",
          "roarr",
          "tslog",
          "consola",
          "npmlog",
          "express-pino-logger",
          "@aws-lambda-powertools/logger",
          "@google-cloud/logging",
          "electron-log");

  private static final Set<String> WATCHERS =
      Set.of(
          "dd-trace",
          "newrelic",
          "@sentry/node",
          "@sentry/nextjs",
          "@sentry/nestjs",
          "elastic-apm-node",
          "@opentelemetry/api",
          "@opentelemetry/sdk-node",
          "@opentelemetry/auto-instrumentations-node",
          "applicationinsights",
          "prom-client",
          "express-prom-bundle",
          "@instana/collector",
          "@appsignal/nodejs",
          "rollbar",
          "@rollbar/node",
          "@bugsnag/js",
          "hot-shots",
          "@aws-lambda-powertools/metrics",
          "@aws-lambda-powertools/tracer",
          "aws-xray-sdk",
          "aws-xray-sdk-core",
          "appmetrics-dash",
          "@google-cloud/trace-agent",
          "@honeybadger-io/js",
          "raven",
          "statsd-client",
          "opossum");

  private static final Set<String> HEALTH =
      Set.of(
          "@godaddy/terminus",
          "lightship",
          "@nestjs/terminus",
          "under-pressure",
          "@fastify/under-pressure",
          "toobusy-js",
          "express-status-monitor",
          "@cloudnative/health");

  private static final Pattern ROUTE =
      Pattern.compile(
          "/(?:[a-z0-9_-]{1,20}/)?(?:_ah/)?(?:health|healthz|healthcheck|livez|readyz|liveness|readiness|ping|heartbeat|alive)"
              + "|/status");

  private static final Set<String> ALL = union();

  private static Set<String> union() {
    Set<String> all = new TreeSet<>(LOGGERS);
    all.addAll(WATCHERS);
    all.addAll(HEALTH);
    return Set.copyOf(all);
  }

  /** A route that tells whether the service is well. */
  private record HealthRoute(Location location) {}

  /** A server that was told to log. */
  private record Logging(Location location) {}

  /** Fastify logs with a logger of its own, if asked to. */
  private static void server(Invocation call, FileContext context) {
    Expression options = call.argument(0);
    ObjectView view = options == null ? null : context.scopes().objectOf(options);
    Expression logger = view == null ? null : view.get("logger");
    if (logger == null && view != null) {
      logger = view.get("loggerInstance");
    }
    if (logger != null
        && !(logger instanceof BooleanLiteral flag && !flag.value())
        && !context.file().test()) {
      context.keep(new Logging(context.location(logger)));
    }
  }

  /** {@code fastify.route({ method, path: '/status' })}. */
  private static void routePath(Property property, FileContext context) {
    String key = Keys.of(property);
    if (("url".equals(key) || "path".equals(key))
        && property.value() instanceof StringLiteral literal
        && ROUTE.matcher(literal.value()).matches()
        && context.tree().parent(property) instanceof ObjectExpression options
        && context.tree().parent(options) instanceof CallExpression call
        && call.callee() instanceof MemberExpression member
        && "route".equals(Keys.of(member))) {
      context.keep(new HealthRoute(context.location(literal)));
    }
  }

  /** The options with which the command of Fastify logs. */
  private static final Pattern STARTED_LOGGING =
      Pattern.compile(
          "(?:.{0,200}\\s)?fastify\\s+start\\s(?:.{0,200}\\s)?(?:-l|--log-level)\\b.{0,400}");

  private static void route(StringLiteral literal, FileContext context) {
    boolean passed = context.tree().parent(literal) instanceof CallExpression;
    if (passed && literal.value().length() < 60 && ROUTE.matcher(literal.value()).matches()) {
      context.keep(new HealthRoute(context.location(literal)));
    }
  }

  private void check(Project project, RuleContext context) {
    Traits.each(project, (of, traits) -> judge(of, traits, context));
  }

  /** A library that a package of the same repository uses on behalf of this one. */
  private static Optional<Imported> ofWorkspaces(
      List<Imported> seen,
      ProjectPackage of,
      Traits traits,
      Set<String> libraries,
      List<ProjectPackage> packages) {
    for (ProjectPackage other : packages) {
      if (!other.equals(of) && !other.directory().isEmpty() && uses(traits, other)) {
        String folder = other.directory() + "/";
        Optional<Imported> used =
            seen.stream()
                .filter(each -> libraries.contains(each.library()))
                .filter(each -> each.location().path().startsWith(folder))
                .findFirst();
        if (used.isPresent()) {
          return used;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean uses(Traits traits, ProjectPackage other) {
    String name = other.manifest().flatMap(PackageJson::name).orElse("");
    return !name.isEmpty() && traits.imports(name)
        || traits.files().stream()
            .flatMap(file -> file.importedFiles().stream())
            .anyMatch(path -> path.startsWith(other.directory() + "/"));
  }

  private static Optional<Location> logging(ProjectPackage of, Traits traits, RuleContext context) {
    return context.kept(Logging.class).stream()
        .map(Logging::location)
        .filter(traits::holds)
        .findFirst()
        .or(
            () ->
                of.manifest()
                    .flatMap(manifest -> manifest.script("start"))
                    .filter(script -> STARTED_LOGGING.matcher(script.text()).matches())
                    .map(NamedText::textLocation));
  }

  private static void judge(ProjectPackage of, Traits traits, RuleContext context) {
    List<ProjectPackage> packages = context.project().packages();
    if (!traits.kind().answers()) {
      context.notApplicable(RoadmapItem.DEP_3, of, traits.kind().words());
      return;
    }
    List<Imported> seen = context.kept(Imported.class);
    int pillars = 0;
    for (Set<String> pillar : List.of(LOGGERS, WATCHERS, HEALTH)) {
      Optional<Imported> used =
          Imported.first(seen, traits, pillar)
              .or(() -> ofWorkspaces(seen, of, traits, pillar, packages));
      if (used.isPresent()) {
        pillars++;
        context.satisfied(
            RoadmapItem.DEP_3, used.get().location(), used.get().library() + " is in use");
      }
    }
    Optional<Location> logging = logging(of, traits, context);
    if (logging.isPresent() && Imported.first(seen, traits, LOGGERS).isEmpty()) {
      pillars++;
      context.satisfied(RoadmapItem.DEP_3, logging.get(), "the server logs with its own logger");
    }
    Optional<HealthRoute> health =
        context.kept(HealthRoute.class).stream()
            .filter(route -> traits.holds(route.location()))
            .findFirst();
    if (health.isPresent() && Imported.first(seen, traits, HEALTH).isEmpty()) {
      pillars++;
      context.satisfied(RoadmapItem.DEP_3, health.get().location(), "a health check is answered");
    }
    if (pillars < 2) {
      String message =
          pillars == 0
              ? "No logger, no metrics or error reports and no health check are in use"
              : "Of a logger, metrics or error reports, and a health check only one is in use";
      traits.listener().or(traits::place).ifPresent(at -> context.report(at, message));
    }
  }
}
