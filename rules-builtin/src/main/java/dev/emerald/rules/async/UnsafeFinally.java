package dev.emerald.rules.async;

import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.BreakStatement;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.ContinueStatement;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Loop;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ReturnStatement;
import dev.emerald.spi.ast.SwitchStatement;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.ThrowStatement;
import dev.emerald.spi.ast.TryStatement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Errors that a finally block forgets. */
@RuleInfo(
    id = "async-unsafe-finally",
    title = "A finally block throws its own result over an error",
    severity = Severity.LOW,
    cwe = 584,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_4,
    why =
        "A return, break, continue or throw in a finally block takes the place of the error that is"
            + " under way: it vanishes without a trace.",
    remedy = "Only clean up in finally; return after the try statement.",
    bad =
        @Example(
            """
            module.exports = (load) => {
              try {
                return load();
              } finally {
                return null;
              }
            };
            """),
    good = {
      @Example(
          """
          module.exports = (load, close) => {
            try {
              return load();
            } finally {
              close();
            }
          };
          """),
      @Example(
          """
          module.exports = (load, items) => {
            try {
              return load();
            } finally {
              for (const item of items) {
                if (!item) continue;
                item.close(() => { return; });
              }
            }
          };
          """)
    })
public final class UnsafeFinally implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(TryStatement.class, this::check);
  }

  private void check(TryStatement attempt, FileContext context) {
    BlockStatement last = attempt.finalizer();
    if (last == null) {
      return;
    }
    SyntaxTree tree = context.tree();
    int end = tree.subtreeEnd(last.number());
    for (int i = last.number() + 1; i < end; i++) {
      Node node = tree.node(i);
      if (node instanceof FunctionLike || node instanceof ClassLike) {
        i = tree.subtreeEnd(i) - 1;
      } else if (node instanceof ReturnStatement
          || node instanceof ThrowStatement && !Guarded.at(node, last, tree)
          || leaves(node, last, tree)) {
        context.report(node, "An error that is under way is lost here");
        return;
      }
    }
  }

  private static boolean leaves(Node node, BlockStatement last, SyntaxTree tree) {
    if (node instanceof BreakStatement jump && jump.label() == null) {
      return !isWithin(node, last, tree, true);
    }
    return node instanceof ContinueStatement jump
        && jump.label() == null
        && !isWithin(node, last, tree, false);
  }

  /** Whether a jump stays in a loop, or a switch, that lies in the block itself. */
  private static boolean isWithin(
      Node jump, BlockStatement last, SyntaxTree tree, boolean switches) {
    for (Node at = tree.parent(jump); at != null && at != last; at = tree.parent(at)) {
      if (at instanceof Loop || switches && at instanceof SwitchStatement) {
        return true;
      }
    }
    return false;
  }
}
