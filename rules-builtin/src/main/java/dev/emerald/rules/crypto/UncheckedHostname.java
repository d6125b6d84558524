package dev.emerald.rules.crypto;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NullLiteral;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TLS that takes any valid certificate for the right one. */
@RuleInfo(
    id = "crypto-tls-hostname-check",
    title = "The name in a certificate is not checked",
    severity = Severity.HIGH,
    cwe = 297,
    owasp = {"A02:2021", "A07:2021"},
    roadmap = RoadmapItem.DEP_7,
    why =
        "checkServerIdentity says whether a certificate belongs to the host. A function that"
            + " returns nothing accepts a valid certificate of any other host, which everybody can"
            + " get.",
    remedy = "Leave the option out, or return tls.checkServerIdentity(host, certificate).",
    bad = {
      @Example(
          """
          const https = require('https');
          https.request({ host, checkServerIdentity: () => undefined });
          """),
      @Example(
          """
          const tls = require('tls');
          tls.connect({ host, checkServerIdentity(host, certificate) {} });
          """)
    },
    good =
        @Example(
            """
            const tls = require('tls');
            tls.connect({
              host,
              checkServerIdentity: (name, certificate) => tls.checkServerIdentity(name, certificate),
            });
            """))
public final class UncheckedHostname implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(
        Property.class,
        (property, context) -> {
          if ("checkServerIdentity".equals(Keys.of(property))
              && context.tree().parent(property) instanceof ObjectExpression
              && property.value() instanceof Expression value
              && acceptsAll(value, context)) {
            context.report(property, "A certificate of any other host is accepted");
          }
        });
  }

  private static boolean acceptsAll(Expression value, FileContext context) {
    FunctionLike function = context.scopes().functionOf(value);
    if (function == null) {
      return false;
    }
    Node body = function.body();
    if (!(body instanceof BlockStatement block)) {
      return body instanceof Expression result && isNothing(result);
    }
    List<Statement> statements = block.body();
    if (statements.isEmpty()) {
      return true;
    }
    return statements.size() == 1
        && statements.get(0) instanceof ReturnStatement only
        && isNothing(only.argument());
  }

  /** Whether a result is undefined, null or false: what says that the name is right. */
  private static boolean isNothing(@Nullable Expression result) {
    return result == null
        || result instanceof NullLiteral
        || result instanceof Identifier name && name.name().equals("undefined")
        || result instanceof UnaryExpression unary && unary.operator() == UnaryOperator.VOID;
  }
}
