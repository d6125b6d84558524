package dev.emerald.rules.auth;

import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** A token is kept where every script can read it. */
@RuleInfo(
    id = "jwt-in-localstorage",
    title = "A token is kept where every script can read it",
    severity = Severity.MEDIUM,
    cwe = {922, 539},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_10},
    why =
        "Whatever script gets into the page, by a flaw or a library, reads "
            + "localStorage and takes the session along. It stays there after the browser "
            + "is closed.",
    remedy = "Keep the session in a cookie with HttpOnly, Secure and SameSite.",
    bad =
        @Example(
            file = "example.js",
            value =
                """
                localStorage.setItem('token', answer.token);
                """),
    good =
        @Example(
            file = "example.js",
            value =
                """
                localStorage.setItem('theme', 'dark');
                localStorage.setItem('token', '');
                """))
public final class TokenInLocalStorage implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, TokenInLocalStorage::call);
  }

  private static final Words TOKENS =
      Words.of("token", "jwt", "accesstoken", "idtoken", "authtoken", "bearer", "session");

  private static void call(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression member)
        || !"setItem".equals(Keys.of(member))
        || !isStorage(member.object())) {
      return;
    }
    Expression key = call.argument(0);
    String name = Values.string(key, context.scopes());
    Expression value = call.argument(1);
    boolean constant = value == null || Values.constant(value, context.scopes()) != null;
    if (name != null && TOKENS.in(name) && !constant) {
      context.report(call, "Every script of the page can read this token");
    }
  }

  private static boolean isStorage(Expression object) {
    String name =
        object instanceof Identifier identifier
            ? identifier.name()
            : object instanceof MemberExpression member ? Keys.of(member) : null;
    return "localStorage".equals(name) || "sessionStorage".equals(name);
  }
}
