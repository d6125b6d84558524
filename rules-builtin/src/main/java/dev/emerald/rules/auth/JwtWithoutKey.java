package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Constant;

/** Tokens checked with no key. */
@RuleInfo(
    id = "jwt-verify-falsy-key",
    title = "Tokens are checked with an empty key",
    severity = Severity.CRITICAL,
    cwe = 347,
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "With an empty key old versions of the library accept unsigned tokens, and newer ones"
            + " accept what anybody signs with the empty string.",
    remedy = "Stop at start if the key is not configured; never fall back to an empty one.",
    bad = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (token) => jwt.verify(token, process.env.JWT_SECRET || '');
          """),
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (token) => jwt.verify(token, null, { algorithms: ['HS256'] });
          """)
    },
    good =
        @Example(
            """
            const jwt = require('jsonwebtoken');
            module.exports = (token) =>
              jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] });
            """))
public final class JwtWithoutKey implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api("jsonwebtoken.verify"),
        (call, context) -> {
          Expression key = call.argument(1);
          if (key != null && canBeEmpty(key, context)) {
            context.report(key, "An empty key lets anybody make tokens");
          }
        });
  }

  private static boolean canBeEmpty(Expression key, FileContext context) {
    if (isFalsy(key, context)) {
      return true;
    }
    return context.scopes().origin(key) instanceof LogicalExpression choice
        && choice.operator() != LogicalOperator.AND
        && isFalsy(choice.right(), context);
  }

  private static boolean isFalsy(Expression key, FileContext context) {
    Constant constant = Values.constant(key, context.scopes());
    return constant != null && !constant.truthy();
  }
}
