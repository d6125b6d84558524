package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.FastifyPlugins;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Settings;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.ExportDefaultDeclaration;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import dev.emerald.spi.source.Location;
import java.util.Set;
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

  private static final int DEEPEST = 12;

  private static final Set<String> NEIGHBOURS = Set.of("resave", "saveUninitialized");

  @Override
  public void register(Hooks on) {
    on.node(Property.class, SessionSecretInCode::exported);
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

  /** Options of sessions in a module of settings: nothing else has such neighbours. */
  private static void exported(Property property, FileContext context) {
    if (!"secret".equals(Keys.of(property))
        || context.file().test()
        || !(property.value() instanceof StringLiteral secret)
        || secret.value().isEmpty()
        || !(context.tree().parent(property) instanceof ObjectExpression options)
        || !isExported(options, context)) {
      return;
    }
    for (ObjectMember each : options.properties()) {
      if (each instanceof Property other && NEIGHBOURS.contains(String.valueOf(Keys.of(other)))) {
        Location at = context.location(secret);
        context.report(Problem.at(at, "Everybody with the code can sign cookies").withSecret(at));
        return;
      }
    }
  }

  /** Whether an object is part of what its module hands on. */
  private static boolean isExported(ObjectExpression options, FileContext context) {
    Node at = context.tree().parent(options);
    for (int steps = 0; at != null && steps < DEEPEST; steps++) {
      if (at instanceof AssignmentExpression assignment) {
        String target = context.text(assignment.left());
        return target.startsWith("module.exports") || target.startsWith("exports.");
      }
      if (at instanceof ExportDefaultDeclaration) {
        return true;
      }
      if (!(at instanceof Property) && !(at instanceof ObjectExpression)) {
        return false;
      }
      at = context.tree().parent(at);
    }
    return false;
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
