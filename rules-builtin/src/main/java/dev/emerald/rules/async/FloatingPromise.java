package dev.emerald.rules.async;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Promises that are dropped. */
@RuleInfo(
    id = "async-floating-promise",
    title = "The promise of an async function is dropped",
    severity = Severity.MEDIUM,
    cwe = {755, 252},
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEV_10,
    why =
        "Nobody waits for the function and nobody hears when it fails: what comes next runs too"
            + " early, and a rejection ends the process.",
    remedy = "Await it, return it, or end it with .catch; write void to say that it is on purpose.",
    bad =
        @Example(
            """
            async function save(user) {
              await store(user);
            }
            module.exports = (user) => {
              save(user);
              return 'saved';
            };
            """),
    good = {
      @Example(
          """
          async function save(user) {
            await store(user);
          }
          module.exports = async (user) => {
            await save(user);
            return 'saved';
          };
          """),
      @Example(
          """
          async function save(user) {
            await store(user);
          }
          module.exports = (user) => {
            save(user).catch(report);
            void save(user);
          };
          """),
      @Example(
          value =
              """
              async function main() {
                await start();
              }
              main();
              """,
          note = "The program itself: when it fails, it ends.")
    })
public final class FloatingPromise implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(ExpressionStatement.class, this::check);
  }

  private void check(ExpressionStatement statement, FileContext context) {
    if (!(statement.expression() instanceof CallExpression call)
        || context.tree().enclosing(statement, FunctionLike.class) == null) {
      return;
    }
    FunctionLike function = context.scopes().functionOf(call.callee());
    if (function != null
        && function.async()
        && !function.generator()
        && awaits(function, context.tree())
        && !Guarded.wholly(function)) {
      context.report(call, "Nobody waits for this or hears when it fails");
    }
  }

  private static boolean awaits(FunctionLike function, SyntaxTree tree) {
    for (int i = function.number() + 1, end = tree.subtreeEnd(function.number()); i < end; i++) {
      if (tree.kind(i) == NodeKind.AWAIT_EXPRESSION) {
        return true;
      }
    }
    return false;
  }
}
