package dev.emerald.rules.async;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** From so many calls on, none of which is waited for, that is how the function is meant. */
  private static final int HABIT = 3;

  @Override
  public void register(Hooks on) {
    on.file(FloatingPromise::check);
  }

  private static void check(Program program, FileContext context) {
    SyntaxTree tree = context.tree();
    if (!hasAsyncFunction(tree)) {
      return;
    }
    Map<FunctionLike, List<CallExpression>> floating = new LinkedHashMap<>();
    Set<FunctionLike> awaited = new HashSet<>();
    for (int i = 0; i < tree.size(); i++) {
      if (tree.kind(i) != NodeKind.CALL_EXPRESSION
          || !(tree.node(i) instanceof CallExpression call)) {
        continue;
      }
      FunctionLike function = context.scopes().functionOf(call.callee());
      if (function == null || !function.async() || function.generator()) {
        continue;
      }
      if (tree.parent(call) instanceof ExpressionStatement) {
        floating.computeIfAbsent(function, key -> new ArrayList<>()).add(call);
      } else {
        awaited.add(function);
      }
    }
    floating.forEach(
        (function, calls) -> report(function, calls, awaited.contains(function), context));
  }

  private static void report(
      FunctionLike function, List<CallExpression> calls, boolean awaited, FileContext context) {
    if (Guarded.firstEscape(function, context.tree()) == null) {
      return;
    }
    Confidence confidence = awaited || calls.size() < HABIT ? Confidence.HIGH : Confidence.LOW;
    for (CallExpression call : calls) {
      if (context.tree().enclosing(call, FunctionLike.class) != null) {
        context.report(
            Problem.at(context.location(call), "Nobody waits for this or hears when it fails")
                .withConfidence(confidence));
      }
    }
  }

  private static boolean hasAsyncFunction(SyntaxTree tree) {
    for (int i = 0; i < tree.size(); i++) {
      switch (tree.kind(i)) {
        case FUNCTION_DECLARATION, FUNCTION_EXPRESSION, ARROW_FUNCTION_EXPRESSION -> {
          if (tree.node(i) instanceof FunctionLike function && function.async()) {
            return true;
          }
        }
        default -> {
          // No function.
        }
      }
    }
    return false;
  }
}
