package dev.emerald.core.internal.flow.lower;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionExpression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.SequenceExpression;
import dev.emerald.spi.ast.SyntaxTree;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what compilers make of generators and async functions for engines that have none: {@code
 * return __generator(this, function (_a) { switch (_a.label) … })}, and {@code return
 * regenerator.wrap(function (_context) { … })}. The code of the function within is that of the
 * function around it, cut into the cases of a {@code switch}.
 */
final class StateMachines {

  private StateMachines() {}

  /** Whether the function at a place is but the code of the one around it. */
  static boolean holds(SyntaxTree tree, int function) {
    int call = tree.parentNumber(function);
    return call > 0
        && tree.kind(call) == NodeKind.CALL_EXPRESSION
        && tree.kind(tree.parentNumber(call)) == NodeKind.RETURN_STATEMENT
        && of((CallExpression) tree.node(call)) == tree.node(function);
  }

  /** The function that holds the code, if a call runs such; else null. */
  static @Nullable FunctionLike of(CallExpression call) {
    List<Expression> given = call.arguments();
    Expression callee = last(call.callee());
    if (callee instanceof Identifier id) {
      return given.size() == 2 && isRunner(id.name()) ? code(given.get(1)) : null;
    }
    if (!(callee instanceof MemberExpression member)
        || member.computed()
        || !(member.property() instanceof Identifier key)) {
      return null;
    }
    if (isRunner(key.name())) {
      return given.size() == 2 ? code(given.get(1)) : null;
    }
    boolean wraps = key.name().equals("wrap") || key.name().equals("w");
    return wraps && !given.isEmpty() && isRuntime(member.object()) ? code(given.get(0)) : null;
  }

  /** The function that {@code regenerator.mark(function …)} gives back; null for other things. */
  static @Nullable FunctionLike marked(Expression expression) {
    return expression instanceof CallExpression call
            && call.callee() instanceof MemberExpression member
            && !member.computed()
            && member.property() instanceof Identifier key
            && (key.name().equals("mark") || key.name().equals("m"))
            && !call.arguments().isEmpty()
            && isRuntime(member.object())
            && call.arguments().get(0) instanceof FunctionExpression function
        ? function
        : null;
  }

  private static boolean isRunner(String name) {
    return name.equals("__generator") || name.equals("_ts_generator");
  }

  private static @Nullable FunctionLike code(Expression given) {
    return given instanceof FunctionExpression function
            && function.body() != null
            && function.params().size() == 1
            && function.params().get(0) instanceof Identifier
        ? function
        : null;
  }

  private static boolean isRuntime(Expression object) {
    Expression at = last(object);
    if (at instanceof CallExpression call) {
      at = last(call.callee());
    }
    if (at instanceof MemberExpression member
        && !member.computed()
        && member.property() instanceof Identifier key
        && key.name().equals("default")) {
      at = last(member.object());
    }
    return at instanceof Identifier id
        && id.name().toLowerCase(Locale.ROOT).contains("regenerator");
  }

  private static Expression last(Node expression) {
    Expression at = (Expression) expression;
    return at instanceof SequenceExpression sequence
        ? sequence.expressions().get(sequence.expressions().size() - 1)
        : at;
  }
}
