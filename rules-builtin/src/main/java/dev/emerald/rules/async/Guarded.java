package dev.emerald.rules.async;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.AwaitExpression;
import dev.emerald.spi.ast.BlockStatement;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.EmptyStatement;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Literal;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.ast.TryStatement;
import dev.emerald.spi.ast.VariableDeclaration;
import org.jspecify.annotations.Nullable;

/** What try statements keep from getting out. */
final class Guarded {

  private Guarded() {}

  /** Whether the body of a function is one try statement that catches. */
  static boolean wholly(FunctionLike function) {
    if (!(function.body() instanceof BlockStatement block)) {
      return false;
    }
    boolean guarded = false;
    for (Statement statement : block.body()) {
      if (statement instanceof TryStatement attempt) {
        if (attempt.handler() == null) {
          return false;
        }
        guarded = true;
      } else if (!isHarmless(statement)) {
        return false;
      }
    }
    return guarded;
  }

  /** Whether a node lies in the block of a try statement that catches, within a function. */
  static boolean at(Node node, Node function, SyntaxTree tree) {
    Node inner = node;
    for (Node outer = tree.parent(inner);
        outer != null && inner != function;
        outer = tree.parent(inner)) {
      if (outer instanceof TryStatement attempt
          && attempt.block() == inner
          && attempt.handler() != null) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  /**
   * The first {@code await} of a function whose rejection gets out of it: no try statement that
   * catches lies around it, and the promise has no {@code catch} of its own.
   *
   * @return null if there is none
   */
  static @Nullable AwaitExpression firstEscape(FunctionLike function, SyntaxTree tree) {
    int end = tree.subtreeEnd(function.number());
    for (int i = function.number() + 1; i < end; i++) {
      Node node = tree.node(i);
      if (node instanceof FunctionLike) {
        i = tree.subtreeEnd(i) - 1;
      } else if (node instanceof AwaitExpression await
          && !at(await, function, tree)
          && !catches(await.argument())) {
        return await;
      }
    }
    return null;
  }

  /** Whether a promise has a catch of its own: {@code load().catch(next)}. */
  private static boolean catches(Expression promise) {
    return promise instanceof CallExpression call
        && call.callee() instanceof MemberExpression member
        && "catch".equals(Keys.of(member));
  }

  /** Declarations without calls, and functions. */
  private static boolean isHarmless(Statement statement) {
    if (statement instanceof FunctionDeclaration || statement instanceof EmptyStatement) {
      return true;
    }
    if (statement instanceof ExpressionStatement expression) {
      return expression.directive() != null;
    }
    return statement instanceof VariableDeclaration declaration
        && declaration.declarations().stream()
            .allMatch(
                d ->
                    d.init() == null
                        || d.init() instanceof MemberExpression
                        || d.init() instanceof Identifier
                        || d.init() instanceof Literal);
  }
}
