package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.values.Settings;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.ObjectView;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tokens that carry what nobody should read. */
@RuleInfo(
    id = "jwt-exposed-data",
    title = "A token carries a password or the like",
    severity = Severity.MEDIUM,
    cwe = {522, 312},
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A signed token is not encrypted: whoever holds it, or finds it in a log, reads what is in"
            + " it.",
    remedy = "Put an id into the token and look the rest up.",
    bad =
        @Example(
            """
            const jwt = require('jsonwebtoken');
            exports.login = (user) =>
              jwt.sign({ id: user.id, password: user.password }, process.env.KEY, { expiresIn: '1h' });
            """),
    good =
        @Example(
            """
            const jwt = require('jsonwebtoken');
            exports.login = (user) =>
              jwt.sign({ id: user.id, passwordChanged: true }, process.env.KEY, { expiresIn: '1h' });
            """))
public final class SecretInClaims implements Rule {

  private static final ApiPattern SIGN =
      anyOf(
          "jsonwebtoken.sign",
          "jwt-simple.encode",
          "jose.SignJWT",
          "@nestjs/jwt.JwtService().sign");

  private static final Pattern SECRET =
      Pattern.compile(
          "(?:user)?(?:pass(?:word|wd|code|phrase)|pwd)(?:_?hash)?|hash(?:ed)?_?password|ssn"
              + "|social_?security(?:_?number)?|credit_?card(?:_?number)?|card_?number|cvv|cvc"
              + "|private_?key|totp_?secret|mfa_?secret|security_?answer");

  @Override
  public void register(Hooks on) {
    on.call(SIGN, SecretInClaims::check);
  }

  private static void check(Invocation call, FileContext context) {
    ObjectView claims = Settings.argument(call, 0, context.scopes());
    if (claims == null) {
      return;
    }
    for (String name : claims.names()) {
      Expression value = claims.get(name);
      if (value != null
          && SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches()
          && context.scopes().constantOf(value) == null) {
        context.report(
            Settings.place(call, value, context), "Whoever holds the token reads '" + name + "'");
      }
    }
  }
}
