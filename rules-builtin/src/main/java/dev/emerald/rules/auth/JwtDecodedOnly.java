package dev.emerald.rules.auth;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
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
import java.util.Set;

/** Tokens that are believed without a look at their signature. */
@RuleInfo(
    id = "jwt-decode-without-verify",
    title = "A token of a request is read and never verified",
    severity = Severity.HIGH,
    cwe = {347, 345},
    owasp = {"A02:2021", "A07:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Decoding does not look at the signature: whoever sends a request writes into the token"
            + " that they are the administrator.",
    remedy =
        "Verify the token with the key and the algorithms that you expect; that decodes it too.",
    bad = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (req, res, next) => {
            req.user = jwt.decode(req.headers.authorization.slice(7));
            next();
          };
          """),
      @Example(
          """
          import { decodeJwt } from 'jose';
          export function userOf(request) {
            const token = request.cookies.session;
            return decodeJwt(token).sub;
          }
          """)
    },
    good = {
      @Example(
          """
          const jwt = require('jsonwebtoken');
          module.exports = (req, res, next) => {
            req.user = jwt.verify(req.headers.authorization.slice(7), KEY, { algorithms: ['RS256'] });
            next();
          };
          """),
      @Example(
          """
          const jwt = require('jsonwebtoken');
          const keyOf = (req) => jwt.decode(req.cookies.token, { complete: true }).header.kid;
          """)
    })
public final class JwtDecodedOnly implements Rule {

  private static final int FARTHEST = 4;

  /** Where a request carries tokens. */
  private static final Set<String> REQUEST =
      Set.of("headers", "cookies", "signedcookies", "authorization", "query", "handshake");

  /** Modules that verify before the code at hand runs. */
  private static final Set<String> VERIFIERS =
      Set.of("express-jwt", "koa-jwt", "passport-jwt", "@fastify/jwt", "fastify-jwt", "jwks-rsa");

  private static final ApiPattern ACCESS = api("jwt-simple.decode");

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf(
            "jsonwebtoken.decode",
            "{jwt-decode,jwt-decode.jwtDecode}",
            "jose.{decodeJwt,UnsecuredJWT.decode}"),
        JwtDecodedOnly::check);
    on.call(
        ACCESS,
        (call, context) -> {
          if (Values.isTrue(call.argument(2), context.scopes())) {
            check(call, context);
          }
        });
  }

  private static void check(Invocation call, FileContext context) {
    Expression token = call.argument(0);
    ObjectView options = Settings.argument(call, 1, context.scopes());
    boolean header = options != null && Values.isTrue(options.get("complete"), context.scopes());
    if (token == null || header || verifies(context)) {
      return;
    }
    // One's own token, or one that its issuer has just sent, may be read without a look.
    if (ofRequest(token, context, FARTHEST)) {
      context.report(call, "The token is read, and its signature is not looked at");
    }
  }

  /** Whether the file verifies tokens anywhere, itself or by a function that is called so. */
  private static boolean verifies(FileContext context) {
    if (context.file().imports().stream().anyMatch(VERIFIERS::contains)) {
      return true;
    }
    boolean[] found = new boolean[1];
    context
        .tree()
        .forEach(
            context.tree().program(),
            CallExpression.class,
            call -> {
              String name = Surroundings.lastName(call.callee());
              found[0] |= name != null && name.toLowerCase(Locale.ROOT).contains("verif");
            });
    return found[0];
  }

  /** Whether a value is read from a request, through the variables of the file. */
  private static boolean ofRequest(Expression value, FileContext context, int far) {
    if (far == 0) {
      return false;
    }
    Expression origin = context.scopes().origin(value);
    boolean[] found = new boolean[1];
    context
        .tree()
        .forEach(
            origin,
            MemberExpression.class,
            member -> {
              String name = Surroundings.lastName(member);
              found[0] |= name != null && REQUEST.contains(name.toLowerCase(Locale.ROOT));
            });
    if (found[0]) {
      return true;
    }
    // auth.split(' ')[1]: what it is taken out of may be a variable again.
    Node at = origin;
    for (int i = 0; i < 6; i++) {
      if (at instanceof MemberExpression member) {
        at = member.object();
      } else if (at instanceof CallExpression made) {
        at = made.callee();
      } else {
        break;
      }
    }
    return at != origin && at instanceof Expression inner && ofRequest(inner, context, far - 1);
  }
}
