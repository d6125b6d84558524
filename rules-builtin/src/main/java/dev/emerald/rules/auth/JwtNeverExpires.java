package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;

/** Tokens that are good for ever. */
@RuleInfo(
    id = "jwt-ignore-expiration",
    title = "Tokens never expire",
    severity = Severity.MEDIUM,
    cwe = 613,
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_5,
    why = "A token that leaks once, in a log or from a lost device, opens the account for good.",
    remedy = "Sign with expiresIn and leave ignoreExpiration out.",
    bad = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (token) =>
            jwt.verify(token, key, { algorithms: ['HS256'], ignoreExpiration: true });
          """),
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (user) => jwt.sign({ sub: user.id }, process.env.JWT_SECRET);
          """)
    },
    good = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (user) =>
            jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '15m' });
          """),
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (user, now) =>
            jwt.sign({ sub: user.id, exp: now + 900 }, process.env.JWT_SECRET);
          """)
    })
public final class JwtNeverExpires implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api("{jsonwebtoken.verify,passport-jwt.Strategy}"),
        (call, context) -> {
          int index = "passport-jwt.Strategy".equals(context.scopes().apiOf(call.callee())) ? 0 : 2;
          ObjectView options = Settings.argument(call, index, context.scopes());
          Expression value = options == null ? null : options.get("ignoreExpiration");
          if (value != null && Values.isTrue(value, context.scopes())) {
            context.report(
                Settings.place(call, value, context),
                "Tokens are accepted after they have run out");
          }
        });
    on.call(api("jsonwebtoken.sign"), this::sign);
  }

  private void sign(Invocation call, FileContext context) {
    ObjectView claims = Settings.argument(call, 0, context.scopes());
    if (claims == null || !claims.lacks("exp")) {
      return;
    }
    Expression options = call.argument(2);
    boolean unlimited;
    if (options == null) {
      unlimited = call.arguments().size() == 2 && call.argument(1) != null;
    } else {
      ObjectView view = context.scopes().objectOf(options);
      unlimited =
          view == null
              ? context.scopes().origin(options) instanceof FunctionLike
              : view.lacks("expiresIn");
    }
    if (unlimited) {
      context.report(
          Problem.at(context.location(call), "The token never runs out")
              .withConfidence(Confidence.MEDIUM));
    }
  }
}
