package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
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

/** Tokens that anybody can write. */
@RuleInfo(
    id = "jwt-none-algorithm",
    title = "Tokens without a signature are made or accepted",
    severity = Severity.CRITICAL,
    cwe = {347, 327},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why = "A token with the algorithm 'none' has no signature: anybody writes one for any user.",
    remedy = "Name the one algorithm in use: algorithms: ['RS256'].",
    bad = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (token) => jwt.verify(token, key, { algorithms: ['HS256', 'none'] });
          """),
      @Example(
          """
          const jwt = require('jwt-simple');
          module.exports = (token) => jwt.decode(token, key, true);
          """)
    },
    good =
        @Example(
            """
            const jwt = require('jsonwebtoken');
            module.exports = (token) => jwt.verify(token, key, { algorithms: ['HS256'] });
            """))
public final class JwtWithoutSignature implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api("jsonwebtoken.{sign,verify}"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 2, context.scopes());
          if (options != null) {
            check(options.get("algorithm"), call, context);
            check(options.get("algorithms"), call, context);
          }
        });
    on.call(
        anyOf("{express-jwt,express-jwt.expressjwt,koa-jwt,passport-jwt.Strategy}"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 0, context.scopes());
          check(options == null ? null : options.get("algorithms"), call, context);
        });
    on.call(
        api("jwt-simple.decode"),
        (call, context) -> {
          if (Values.isTrue(call.argument(2), context.scopes())) {
            context.report(call, "The signature of the token is not checked");
          }
          check(call.argument(3), call, context);
        });
    on.call(api("jwt-simple.encode"), (call, context) -> check(call.argument(2), call, context));
    on.call(
        api("jose.UnsecuredJWT.decode"),
        (call, context) -> context.report(call, "Anybody can write a token that this accepts"));
  }

  private static void check(@Nullable Expression value, Invocation call, FileContext context) {
    if (value == null) {
      return;
    }
    boolean none = isNone(value, context);
    if (!none && context.scopes().origin(value) instanceof ArrayExpression array) {
      for (Expression element : array.elements()) {
        none |= element != null && isNone(element, context);
      }
    }
    if (none) {
      context.report(Settings.place(call, value, context), "With 'none' anybody can write a token");
    }
  }

  private static boolean isNone(Expression value, FileContext context) {
    String name = Values.string(value, context.scopes());
    return name != null && name.equalsIgnoreCase("none");
  }
}
