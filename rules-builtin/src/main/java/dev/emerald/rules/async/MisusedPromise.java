package dev.emerald.rules.async;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.UnaryExpression;
import dev.emerald.spi.ast.UnaryOperator;
import dev.emerald.spi.ast.WhileStatement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Set;

/** Promises where a value is expected. */
@RuleInfo(
    id = "async-misused-promise",
    title = "A promise is used where its value is meant",
    severity = Severity.MEDIUM,
    cwe = 252,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEV_10,
    why =
        "A promise is always truthy, so a condition on it is always met; and a method that calls"
            + " back, such as forEach or filter, neither waits for an async function nor sees it"
            + " fail.",
    remedy = "Await the promise; loop with for…of, or collect with Promise.all and map.",
    bad = {
      @Example(
          """
          async function isAllowed(user) {
            return (await load(user)).allowed;
          }
          module.exports = (user) => {
            if (isAllowed(user)) {
              open(user);
            }
          };
          """),
      @Example(
          """
          module.exports = (users) => users.filter(async (user) => (await load(user)).active);
          """)
    },
    good = {
      @Example(
          """
          async function isAllowed(user) {
            return (await load(user)).allowed;
          }
          module.exports = async (user) => {
            if (await isAllowed(user)) {
              open(user);
            }
          };
          """),
      @Example(
          """
          module.exports = (users) => Promise.all(users.map(async (user) => load(user)));
          """)
    })
public final class MisusedPromise implements Rule {

  private static final Set<String> TESTS =
      Set.of("filter", "some", "every", "find", "findIndex", "findLast", "findLastIndex", "sort");

  @Override
  public void register(Hooks on) {
    on.node(CallExpression.class, this::callback);
    on.node(IfStatement.class, (node, context) -> condition(node.test(), context));
    on.node(ConditionalExpression.class, (node, context) -> condition(node.test(), context));
    on.node(WhileStatement.class, (node, context) -> condition(node.test(), context));
  }

  private void callback(CallExpression call, FileContext context) {
    if (!(call.callee() instanceof MemberExpression member)
        || !(call.argument(0) instanceof FunctionLike function)
        || !function.async()) {
      return;
    }
    String method = Keys.of(member);
    if (method == null || context.scopes().apiOf(call.callee()) != null) {
      return;
    }
    if (TESTS.contains(method)) {
      context.report(
          function, "'" + method + "' takes the promise for the answer: it is always true");
    } else if (method.equals("forEach") && !Guarded.wholly(function)) {
      context.report(function, "'forEach' neither waits for this nor sees it fail");
    }
  }

  private void condition(Expression test, FileContext context) {
    Expression tested = withoutNot(test);
    if (tested instanceof LogicalExpression logical) {
      call(withoutNot(logical.left()), context);
      call(withoutNot(logical.right()), context);
    } else {
      call(tested, context);
    }
  }

  private static Expression withoutNot(Expression test) {
    Expression tested = test;
    while (tested instanceof UnaryExpression unary && unary.operator() == UnaryOperator.NOT) {
      tested = unary.argument();
    }
    return tested;
  }

  private static void call(Expression tested, FileContext context) {
    if (tested instanceof CallExpression call) {
      FunctionLike function = context.scopes().functionOf(call.callee());
      if (function != null && function.async() && !function.generator()) {
        context.report(call, "The promise is always true, whatever it resolves to");
      }
    }
  }
}
