package dev.emerald.rules.web;

import dev.emerald.rules.traits.Imported;
import dev.emerald.rules.traits.Traits;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.deploy.NginxConfig;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Logins that may be tried as often as anybody likes. */
@RuleInfo(
    id = "web-login-bruteforce",
    title = "A login that may be tried without end",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 307,
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "Lists of passwords are tried by the million: where nothing slows that down, somebody's is"
            + " among them.",
    remedy =
        "Limit attempts for each address and each account, with express-rate-limit,"
            + " rate-limiter-flexible or what the framework has.",
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
                app.post('/login', (req, res) => signIn(req.body, res));
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
                const { rateLimit } = require('express-rate-limit');
                const app = express();
                app.post('/login', rateLimit({ limit: 5 }), (req, res) => signIn(req.body, res));
                app.listen(3000);
                """))
public final class LoginWithoutLimit implements Rule {

  private static final Pattern LOGIN =
      Pattern.compile("(?i)(?:.{0,60}/)?(?:log-?in|sign-?in|authenticate)/?");

  private static final Pattern ROUTER =
      Pattern.compile("(?i)(?:app|api|server|fastify|express|web|routes?|\\w{0,40}router)");

  /** What limits how often something is asked for. */
  private static final Set<String> LIMITERS =
      Set.of(
          "express-rate-limit",
          "rate-limiter-flexible",
          "express-slow-down",
          "express-brute",
          "express-limiter",
          "express-bouncer",
          "@nestjs/throttler",
          "nestjs-rate-limiter",
          "@fastify/rate-limit",
          "fastify-rate-limit",
          "koa-ratelimit",
          "koa2-ratelimit",
          "hapi-rate-limit",
          "hapi-rate-limitor",
          "ratelimiter",
          "limiter",
          "@upstash/ratelimit",
          "bottleneck",
          "@arcjet/node",
          "express-recaptcha",
          "svg-captcha");

  /** Files that ask others: their {@code api.post} is no route. */
  private static final Set<String> ASKING = Set.of("axios", "supertest", "ky", "superagent", "got");

  @Override
  public void register(Hooks on) {
    on.file((program, context) -> Imported.keep(LIMITERS, context));
    on.node(CallExpression.class, LoginWithoutLimit::route);
    on.node(Decorator.class, LoginWithoutLimit::decorated);
    on.project(LoginWithoutLimit::check);
  }

  /** A route that takes a name and a password. */
  private record Login(Location location) {}

  private static void route(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression member)
        || !"post".equals(Keys.of(member))
        || context.file().test()
        || ASKING.stream().anyMatch(context.file().imports()::contains)) {
      return;
    }
    // router.route('/login').post(handler)
    Expression path = call.argument(0);
    Expression router = member.object();
    if (router instanceof CallExpression chained
        && chained.callee() instanceof MemberExpression outer
        && "route".equals(Keys.of(outer))) {
      path = chained.argument(0);
      router = outer.object();
    }
    if (isLogin(path)
        && router instanceof Identifier name
        && ROUTER.matcher(name.name()).matches()) {
      context.keep(new Login(context.location(member.property())));
    }
  }

  private static void decorated(Decorator decorator, FileContext context) {
    if (decorator.expression() instanceof CallExpression call
        && call.callee() instanceof Identifier name
        && name.name().equals("Post")
        && context.file().imports().contains("@nestjs/common")
        && !context.file().test()
        && isLogin(call.argument(0))) {
      context.keep(new Login(context.location(call)));
    }
  }

  private static boolean isLogin(@Nullable Expression path) {
    return path instanceof StringLiteral literal
        && literal.value().length() < 100
        && LOGIN.matcher(literal.value()).matches();
  }

  private static void check(Project project, RuleContext context) {
    List<Login> logins = context.kept(Login.class);
    // A proxy in the repository may do it for all of them.
    boolean limited =
        project.manifests(NginxConfig.class).stream()
            .anyMatch(proxy -> proxy.source().text().contains("limit_req"));
    if (limited) {
      return;
    }
    Traits.each(
        project,
        (of, traits) -> {
          if (!traits.service() || LIMITERS.stream().anyMatch(traits::uses)) {
            return;
          }
          logins.stream()
              .map(Login::location)
              .filter(traits::holds)
              .findFirst()
              .ifPresent(
                  at -> context.report(at, "Nothing limits how often this login may be tried"));
        });
  }
}
