package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.FastifyPlugins;
import dev.emerald.rules.values.Settings;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import org.jspecify.annotations.Nullable;

/** Cookie signatures that everybody with the code can make. */
@RuleInfo(
    id = "auth-cookie-signed-weak",
    title = "The secret of sessions or signed cookies stands in the code",
    severity = Severity.HIGH,
    cwe = {798, 521},
    owasp = {"A07:2021"},
    roadmap = {RoadmapItem.DEP_1, RoadmapItem.DEP_10},
    why =
        "The secret signs the cookie that says who somebody is. Whoever knows it, from the code or"
            + " by trying the secrets of tutorials, signs a cookie for any user.",
    remedy = "Read it from the environment or a secret store, and stop at start if it is missing.",
    bad = {
      @Example(
          """
          const session = require('express-session');
          module.exports = session({
            secret: 'keyboard cat',
            store,
            cookie: { secure: true },
          });
          """),
      @Example(
          """
          const cookieParser = require('cookie-parser');
          module.exports = cookieParser('tutorial-secret');
          """)
    },
    good = {
      @Example(
          """
          const session = require('express-session');
          module.exports = session({
            secret: process.env.SESSION_SECRET,
            store,
            cookie: { secure: true },
          });
          """),
      @Example(
          """
          const cookieParser = require('cookie-parser');
          module.exports = cookieParser();
          """)
    })
public final class SessionSecretInCode implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(api("express-session"), (call, context) -> option(call, 0, "secret", context));
    on.call(
        api("cookie-session"),
        (call, context) -> {
          option(call, 0, "secret", context);
          option(call, 0, "keys", context);
        });
    on.call(api("cookie-parser"), (call, context) -> secret(call.argument(0), call, context));
    FastifyPlugins.on(
        on,
        api("@fastify/{cookie,session,secure-session}"),
        (call, context) -> option(call, 1, "secret", context));
  }

  private static void option(Invocation call, int index, String name, FileContext context) {
    ObjectView options = Settings.argument(call, index, context.scopes());
    secret(options == null ? null : options.get(name), call, context);
  }

  private static void secret(@Nullable Expression value, Invocation call, FileContext context) {
    if (value == null) {
      return;
    }
    if (context.scopes().origin(value) instanceof ArrayExpression array) {
      for (Expression element : array.elements()) {
        if (element != null && !(element instanceof ArrayExpression)) {
          secret(element, call, context);
        }
      }
      return;
    }
    String secret = Secrets.in(value, context);
    if (secret == null || secret.isEmpty()) {
      return;
    }
    Secrets.report(value, call, "sign cookies", context);
  }
}
