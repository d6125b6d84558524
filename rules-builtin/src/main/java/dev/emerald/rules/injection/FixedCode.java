package dev.emerald.rules.injection;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.BinaryExpression;
import dev.emerald.spi.ast.BinaryOperator;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.TemplateLiteral;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.Symbol;
import java.util.Set;

/** Code whose text is fixed where it is written, though it is put together when it runs. */
final class FixedCode {

  private static final Set<String> EACH = Set.of("forEach", "map", "filter", "some", "every");

  private static final int DEEPEST = 30;

  private FixedCode() {}

  /**
   * Whether a text is made of nothing but constants, of elements of a list of constants, and of
   * what a module that is named by a constant exports: who writes that module is run anyway.
   */
  static boolean is(Expression text, FileContext context) {
    return is(text, context, DEEPEST);
  }

  private static boolean is(Expression text, FileContext context, int depth) {
    if (depth == 0) {
      return false;
    }
    Expression origin = context.scopes().origin(text);
    if (Values.constant(origin, context.scopes()) != null) {
      return true;
    }
    if (origin instanceof BinaryExpression sum && sum.operator() == BinaryOperator.ADD) {
      return is(sum.left(), context, depth - 1) && is(sum.right(), context, depth - 1);
    }
    if (origin instanceof TemplateLiteral template) {
      return template.expressions().stream().allMatch(part -> is(part, context, depth - 1));
    }
    if (origin instanceof CallExpression call
        && call.callee() instanceof MemberExpression member
        && "concat".equals(Keys.of(member))
        && Values.string(member.object(), context.scopes()) != null) {
      return call.arguments().stream().allMatch(part -> is(part, context, depth - 1));
    }
    return isModule(origin, context)
        || origin instanceof Identifier name && isElement(name, context);
  }

  /** Whether a value is exported by a module, or what an exported function gives for constants. */
  private static boolean isModule(Expression value, FileContext context) {
    Expression current = value;
    for (int i = 0; i < DEEPEST; i++) {
      if (current instanceof MemberExpression member) {
        current = context.scopes().origin(member.object());
      } else if (current instanceof CallExpression call && isRequire(call, context)) {
        return true;
      } else if (current instanceof CallExpression call
          && call.arguments().stream().allMatch(each -> isSettled(each, context))) {
        current = context.scopes().origin(call.callee());
      } else {
        return false;
      }
    }
    return false;
  }

  private static boolean isRequire(CallExpression call, FileContext context) {
    return call.callee() instanceof Identifier function
        && function.name().equals("require")
        && context.scopes().symbolOf(function) == null
        && Values.string(call.argument(0), context.scopes()) != null;
  }

  private static boolean isSettled(Expression argument, FileContext context) {
    return Values.constant(argument, context.scopes()) != null
        || context.scopes().objectOf(argument) != null;
  }

  /** Whether a name is the parameter of a callback that is called for each of some constants. */
  private static boolean isElement(Identifier name, FileContext context) {
    Symbol symbol = context.scopes().symbolOf(name);
    if (symbol == null || symbol.kind() != Symbol.Kind.PARAMETER || symbol.reassigned()) {
      return false;
    }
    Node function = context.tree().parent(symbol.declarations().get(0));
    return function instanceof FunctionLike
        && context.tree().parent(function) instanceof Invocation call
        && call.argument(0) == function
        && call.callee() instanceof MemberExpression member
        && EACH.contains(String.valueOf(Keys.of(member)))
        && context.scopes().origin(member.object()) instanceof ArrayExpression list
        && list.elements().stream()
            .allMatch(each -> each != null && Values.constant(each, context.scopes()) != null);
  }
}
