package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.FastifyPlugins;
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
import dev.emerald.spi.scope.ObjectView;
import org.jspecify.annotations.Nullable;

/** Token secrets that everybody with the code knows. */
@RuleInfo(
    id = "jwt-hardcoded-secret",
    title = "The secret of tokens stands in the code",
    severity = Severity.CRITICAL,
    cwe = {798, 321},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Whoever has the code, a leaked copy or the history of the repository, makes tokens for any"
            + " user. The secret can't be changed without a release.",
    remedy = "Read it from the environment or a secret store, and stop at start if it is missing.",
    bad = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          const SECRET = 'my-secret-key';
          module.exports = (user) => jwt.sign({ sub: user.id }, SECRET, { expiresIn: '1h' });
          """),
      @Example(
          """
          import jwt from 'jsonwebtoken';
          const secret = process.env.JWT_SECRET || 'change-me';
          export const check = (token) => jwt.verify(token, secret, { algorithms: ['HS256'] });
          """)
    },
    good = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (user) =>
            jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
          """),
      @Example(
          """
          const jwt = require('jsonwebtoken');
          const key = `-----BEGIN PUBLIC KEY-----
          MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
          -----END PUBLIC KEY-----`;
          module.exports = (token) => jwt.verify(token, key, { algorithms: ['ES256'] });
          """)
    })
public final class JwtSecretInCode implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf("jsonwebtoken.{sign,verify}", "jwt-simple.{encode,decode}"),
        (call, context) -> check(call.argument(1), call, context));
    on.call(
        api("{express-jwt,express-jwt.expressjwt,koa-jwt}"),
        (call, context) -> option(call, 0, "secret", context));
    on.call(
        api("passport-jwt.Strategy"), (call, context) -> option(call, 0, "secretOrKey", context));
    on.call(
        api("{@nestjs/jwt.JwtModule.register}"),
        (call, context) -> option(call, 0, "secret", context));
    FastifyPlugins.on(
        on,
        api("{@fastify/jwt,fastify-jwt}"),
        (call, context) -> option(call, 1, "secret", context));
    on.call(
        anyOf("jose.SignJWT().sign", "jose.jwtVerify"),
        (call, context) -> {
          String api = context.scopes().apiOf(call.callee());
          check(call.argument("jose.jwtVerify".equals(api) ? 1 : 0), call, context);
        });
  }

  private static void option(Invocation call, int index, String name, FileContext context) {
    ObjectView options = Settings.argument(call, index, context.scopes());
    check(options == null ? null : options.get(name), call, context);
  }

  private static void check(@Nullable Expression key, Invocation call, FileContext context) {
    if (key == null) {
      return;
    }
    String secret = Secrets.in(key, context);
    if (secret == null || secret.isEmpty() || Secrets.isPublic(secret)) {
      return;
    }
    Secrets.report(key, call, "make tokens", context);
  }
}
