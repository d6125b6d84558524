package dev.emerald.rules.async;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Chains of promises whose end nobody watches. */
@RuleInfo(
    id = "async-missing-catch",
    title = "A chain of promises without a catch",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 755,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEV_10,
    why =
        "A rejection in the chain is handled by nobody. Node.js ends the process for it, and until"
            + " then whoever waits for the result waits for ever.",
    remedy = "End the chain with .catch, or return or await it.",
    bad =
        @Example(
            """
            module.exports = (load, send) => {
              load().then((data) => send(data));
            };
            """),
    good = {
      @Example(
          """
          module.exports = (load, send, next) => {
            load().then((data) => send(data)).catch(next);
          };
          """),
      @Example(
          """
          module.exports = (load, send, next) => {
            load().then((data) => send(data), next);
          };
          """),
      @Example("module.exports = (load, send) => load().then((data) => send(data));")
    })
public final class ThenWithoutCatch implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(ExpressionStatement.class, this::check);
  }

  private void check(ExpressionStatement statement, FileContext context) {
    if (!(statement.expression() instanceof CallExpression call)
        || !isThen(call)
        || context.tree().enclosing(statement, FunctionLike.class) == null
        || catchesBelow(call)) {
      return;
    }
    context.report(call, "Nobody hears when this chain fails");
  }

  /** Whether this is {@code .then} with a function and no second one. */
  private static boolean isThen(CallExpression call) {
    return call.callee() instanceof MemberExpression member
        && "then".equals(Keys.of(member))
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof FunctionLike function
        && function.params().size() <= 1;
  }

  /**
   * Whether there is a catch further up the chain: what follows it fails only by what it does
   * itself.
   */
  private static boolean catchesBelow(CallExpression call) {
    Expression at = call;
    while (at instanceof CallExpression link && link.callee() instanceof MemberExpression member) {
      if ("catch".equals(Keys.of(member))) {
        return true;
      }
      at = member.object();
    }
    return false;
  }
}
