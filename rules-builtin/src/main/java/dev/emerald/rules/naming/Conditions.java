package dev.emerald.rules.naming;

import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.IfStatement;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.SwitchCase;
import dev.emerald.spi.ast.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** The conditions that code around a place is run under. */
public final class Conditions {

  private static final int FARTHEST = 40;

  private Conditions() {}

  /**
   * Whether a condition that a place depends on has a name or a text with one of the words: the
   * test of an {@code if} that it lies in a branch of, of a conditional, of a {@code case}, or the
   * left side of {@code &&}.
   */
  public static boolean mention(Words words, Node place, SyntaxTree tree) {
    Node inner = place;
    for (int steps = 0; steps < FARTHEST; steps++) {
      Node outer = tree.parent(inner);
      if (outer == null) {
        return false;
      }
      Expression test = test(outer, inner);
      if (test != null && has(words, test, tree)) {
        return true;
      }
      inner = outer;
    }
    return false;
  }

  private static @Nullable Expression test(Node outer, Node inner) {
    if (outer instanceof IfStatement statement) {
      return statement.test() == inner ? null : statement.test();
    }
    if (outer instanceof ConditionalExpression conditional) {
      return conditional.test() == inner ? null : conditional.test();
    }
    if (outer instanceof SwitchCase branch) {
      return branch.test() == inner ? null : branch.test();
    }
    return outer instanceof LogicalExpression logical && logical.right() == inner
        ? logical.left()
        : null;
  }

  private static boolean has(Words words, Expression test, SyntaxTree tree) {
    for (int i = test.number(), end = tree.subtreeEnd(i); i < end; i++) {
      Node node = tree.node(i);
      if (node instanceof Identifier name && words.in(name.name())
          || node instanceof StringLiteral text && words.in(text.value())) {
        return true;
      }
    }
    return false;
  }
}
