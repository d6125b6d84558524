package dev.emerald.rules.secrets;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Passwords that a browser keeps where scripts and others read them. */
@RuleInfo(
    id = "secret-cleartext-storage",
    title = "A password or key is kept in a browser as it is",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {315, 312},
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "Every script of the page reads it, and everybody who uses the machine after. A password is"
            + " often that of other places too.",
    remedy = "Keep nothing but a session, in a cookie that scripts can't read.",
    bad = {
      @Example("localStorage.setItem('login', JSON.stringify({ user, password }));"),
      @Example(
          """
          const app = require('express')();
          app.post('/login', (req, res) => {
            res.cookie('remember', req.body.password);
            res.end();
          });
          """)
    },
    good =
        @Example(
            """
            localStorage.setItem('theme', settings.theme);
            localStorage.setItem('key', await encrypt(password));
            localStorage.setItem('showPassword', String(showPassword));
            """))
public final class StoredSecret implements Rule {

  private static final ApiPattern COOKIE = api("globalThis.document.cookie");

  /** Tokens in a browser's storage are another rule's. */
  private static final Pattern TOKEN = Pattern.compile(".*token", Pattern.DOTALL);

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf(
            "globalThis.{localStorage,sessionStorage}.setItem",
            "globalThis.window.{localStorage,sessionStorage}.setItem"),
        (call, context) -> check(call.argument(1), "the storage of the browser", context));
    on.call(
        anyOf("{express,restify}.Response().cookie", "js-cookie.set", "koa.Context().cookies.set"),
        (call, context) -> check(call.argument(1), "a cookie", context));
    on.node(
        AssignmentExpression.class,
        (node, context) -> {
          if (node.left() instanceof Expression left
              && COOKIE.matches(context.scopes().apiOf(left))) {
            check(node.right(), "a cookie", context);
          }
        });
  }

  private static void check(@Nullable Expression value, String place, FileContext context) {
    if (value == null) {
      return;
    }
    for (Expression shown : SensitiveNames.shown(value, context)) {
      String name = Surroundings.lastName(shown);
      if (name != null
          && SensitiveNames.isSensitive(shown, context)
          && !TOKEN.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
        context.report(shown, "'" + name + "' is kept in " + place + " as it is");
        return;
      }
    }
  }
}
