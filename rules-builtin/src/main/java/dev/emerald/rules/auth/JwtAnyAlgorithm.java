package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Settings;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.TSAsExpression;
import dev.emerald.spi.ast.TSNonNullExpression;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import org.jspecify.annotations.Nullable;

/** Tokens that choose how they are checked. */
@RuleInfo(
    id = "jwt-verify-no-algorithms",
    title = "Tokens choose the algorithm they are checked with",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {347, 345},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "The token itself names its algorithm. Without a list of the algorithms in use an attacker"
            + " can sign with the public key as if it were a shared secret, or use a weaker"
            + " algorithm than intended.",
    remedy = "Pass algorithms: ['RS256'], or whichever is in use.",
    bad = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (token, publicKey) => jwt.verify(token, publicKey);
          """),
      @Example(
          """
          import { expressjwt } from 'express-jwt';
          export default expressjwt({ secret: process.env.PUBLIC_KEY });
          """)
    },
    good = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (token, key) => jwt.verify(token, key, { algorithms: ['RS256'] });
          """),
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (token, key, options) => jwt.verify(token, key, options);
          """),
      @Example(
          value =
              """
              const jwt = require('jsonwebtoken');
              module.exports = (token) => jwt.verify(token, process.env.JWT_SECRET);
              """,
          note = "With a shared secret no other kind of algorithm is accepted.")
    })
public final class JwtAnyAlgorithm implements Rule {

  private static final Words SECRET = Words.of("secret", "password", "hmac", "token");

  private static final Words PUBLIC = Words.of("public", "pub", "cert", "certificate", "jwks");

  @Override
  public void register(Hooks on) {
    on.call(api("jsonwebtoken.verify"), this::verify);
    on.call(
        api("{express-jwt,express-jwt.expressjwt,koa-jwt,passport-jwt.Strategy}"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 0, context.scopes());
          if (options != null
              && options.lacks("algorithms")
              && !isShared(options.get("secret"), context)
              && !isShared(options.get("secretOrKey"), context)) {
            context.report(call, "The token chooses the algorithm it is checked with");
          }
        });
  }

  /**
   * Whether a key is a secret that both sides share: the library then takes no other algorithms
   * than those for shared secrets, and nobody else has the key.
   */
  private static boolean isShared(@Nullable Expression key, FileContext context) {
    if (key == null) {
      return false;
    }
    String text = Secrets.text(key, context);
    if (text != null) {
      return !Secrets.isPublic(text);
    }
    Expression origin = context.scopes().origin(key);
    return isSecretName(key)
        || isSecretName(origin)
        || origin instanceof LogicalExpression choice && isSecretName(choice.left());
  }

  private static boolean isSecretName(Expression key) {
    Expression named =
        key instanceof TSNonNullExpression known
            ? known.expression()
            : key instanceof TSAsExpression known ? known.expression() : key;
    String name = Surroundings.lastName(named);
    return name != null && SECRET.in(name) && !PUBLIC.in(name);
  }

  private void verify(Invocation call, FileContext context) {
    Expression options = call.argument(2);
    boolean unsaid;
    if (options == null) {
      unsaid = call.arguments().size() == 2 && call.argument(1) != null;
    } else {
      ObjectView view = context.scopes().objectOf(options);
      unsaid =
          view == null
              ? context.scopes().origin(options) instanceof FunctionLike
              : view.lacks("algorithms");
    }
    if (unsaid && !isShared(call.argument(1), context)) {
      context.report(call, "The token chooses the algorithm it is checked with");
    }
  }
}
