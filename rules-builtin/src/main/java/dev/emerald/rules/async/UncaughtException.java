package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.ThrowStatement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Programs that go on after they broke. */
@RuleInfo(
    id = "async-uncaught-exception-handler",
    title = "The process goes on after an uncaught exception",
    severity = Severity.MEDIUM,
    cwe = 248,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_4,
    why =
        "After an uncaught exception locks may be held, requests half done and data half written. A"
            + " process that goes on serves from that state.",
    remedy = "Log the error, close what can be closed, and end the process; let it be restarted.",
    bad =
        @Example(
            """
            process.on('uncaughtException', (error) => {
              console.error(error);
            });
            """),
    good = {
      @Example(
          """
          process.on('uncaughtException', (error) => {
            console.error(error);
            process.exit(1);
          });
          """),
      @Example(
          """
          process.on('uncaughtException', (error) => {
            logger.fatal(error);
            shutdown();
          });
          """)
    })
public final class UncaughtException implements Rule {

  private static final Words ENDING =
      Words.of(
          "exit",
          "abort",
          "kill",
          "shutdown",
          "shut",
          "close",
          "stop",
          "terminate",
          "quit",
          "die",
          "end",
          "teardown",
          "cleanup",
          "crash",
          "fail",
          "fatal",
          "bail",
          "panic",
          "reject",
          "done");

  @Override
  public void register(Hooks on) {
    on.call(
        api("process.{on,once,addListener}"),
        (call, context) -> {
          Expression handler = call.argument(1);
          FunctionLike function = handler == null ? null : context.scopes().functionOf(handler);
          if (function != null
              && "uncaughtException".equals(Values.string(call.argument(0), context.scopes()))
              && !ends(function, context)) {
            context.report(call, "The process goes on in a state that nobody knows");
          }
        });
  }

  /** Whether a handler throws, or calls anything whose name says that it ends something. */
  private static boolean ends(FunctionLike handler, FileContext context) {
    SyntaxTree tree = context.tree();
    for (int i = handler.number(), end = tree.subtreeEnd(i); i < end; i++) {
      Node node = tree.node(i);
      if (node instanceof ThrowStatement) {
        return true;
      }
      if (node instanceof Identifier name
          && ENDING.in(name.name())
          && !name.name().equals("fatal")) {
        return true;
      }
    }
    return false;
  }
}
