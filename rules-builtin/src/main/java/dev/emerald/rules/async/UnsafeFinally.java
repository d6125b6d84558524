package dev.emerald.rules.async;

import dev.emerald.spi.ast.AssignmentExpression;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.BreakStatement;
import dev.emerald.spi.ast.ClassLike;
import dev.emerald.spi.ast.ContinueStatement;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Loop;
import dev.emerald.spi.ast.MemberExpression;
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
import dev.emerald.spi.scope.Symbol;

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

  /** How many functions a helper nests. */
  private static final int DEEPEST_HELPER = 3;

  @Override
  public void register(Hooks on) {
    on.node(TryStatement.class, this::check);
  }

  private void check(TryStatement attempt, FileContext context) {
    BlockStatement last = attempt.finalizer();
    if (last == null || isCompilerHelper(attempt, context.tree())) {
      return;
    }
    SyntaxTree tree = context.tree();
    int end = tree.subtreeEnd(last.number());
    for (int i = last.number() + 1; i < end; i++) {
      Node node = tree.node(i);
      if (node instanceof FunctionLike || node instanceof ClassLike) {
        i = tree.subtreeEnd(i) - 1;
      } else if (node instanceof ReturnStatement
          || node instanceof ThrowStatement thrown
              && !Guarded.at(node, last, tree)
              && !rethrows(thrown, attempt, context)
          || leaves(node, last, tree)) {
        context.report(node, "An error that is under way is lost here");
        return;
      }
    }
  }

  /** Whether what is thrown is the error that a catch clause took: it is not lost. */
  private static boolean rethrows(
      ThrowStatement thrown, TryStatement attempt, FileContext context) {
    Expression error =
        thrown.argument() instanceof MemberExpression member ? member.object() : thrown.argument();
    Symbol symbol = error instanceof Identifier name ? context.scopes().symbolOf(name) : null;
    if (symbol == null) {
      return false;
    }
    return symbol.kind() == Symbol.Kind.CATCH
        || symbol.references().stream()
            .anyMatch(
                reference ->
                    isAssigned(reference, context.tree())
                        && isCaught(reference, attempt, context.tree()));
  }

  private static boolean isAssigned(Identifier reference, SyntaxTree tree) {
    return tree.parent(reference) instanceof AssignmentExpression assignment
        && assignment.left() == reference;
  }

  /** Whether a place lies in the catch clause of a try statement, or of one that it lies in. */
  private static boolean isCaught(Node place, TryStatement attempt, SyntaxTree tree) {
    for (Node at = attempt; at != null && !(at instanceof FunctionLike); at = tree.parent(at)) {
      if (at instanceof TryStatement outer
          && outer.handler() != null
          && tree.contains(outer.handler(), place)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a statement lies in a function that compilers put into what they make. */
  private static boolean isCompilerHelper(TryStatement attempt, SyntaxTree tree) {
    FunctionLike function = tree.enclosing(attempt, FunctionLike.class);
    for (int depth = 0; function != null && depth < DEEPEST_HELPER; depth++) {
      if (function instanceof FunctionDeclaration declaration
          && declaration.id() != null
          && (declaration.id().name().startsWith("_iterableToArrayLimit")
              || declaration.id().name().startsWith("_createForOfIteratorHelper"))) {
        return true;
      }
      function = tree.enclosing(function, FunctionLike.class);
    }
    return false;
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
