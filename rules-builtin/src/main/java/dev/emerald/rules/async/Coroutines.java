package dev.emerald.rules.async;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.YieldExpression;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.source.Location;
import org.jspecify.annotations.Nullable;

/** Functions that give a promise: async ones, and generators that a library makes such of. */
final class Coroutines {

  private static final ApiPattern WRAP = anyOf("co.wrap", "bluebird.coroutine");

  private Coroutines() {}

  /** The function that an expression is, be it made of a generator; null if it is none. */
  static @Nullable FunctionLike of(Expression expression, FileContext context) {
    if (context.scopes().origin(expression) instanceof CallExpression call
        && isMaking(call, context)) {
      Expression inner = call.argument(0);
      return inner == null ? null : context.scopes().functionOf(inner);
    }
    return context.scopes().functionOf(expression);
  }

  private static boolean isMaking(CallExpression call, FileContext context) {
    String api = context.scopes().apiOf(call.callee());
    return api != null && WRAP.matches(api);
  }

  /** What stands for a function: the call that makes one of a generator, or the function. */
  static Node whole(FunctionLike function, FileContext context) {
    return function.generator() && context.tree().parent(function) instanceof CallExpression call
        ? call
        : function;
  }

  /** Where a rejection gets out of a function that gives a promise; null if it does not. */
  static @Nullable Location escape(FunctionLike function, FileContext context) {
    if (Guarded.wholly(function)) {
      return null;
    }
    if (function.async() && !function.generator()) {
      Node escaping = Guarded.firstEscape(function, context.tree());
      return escaping == null ? null : context.location(escaping);
    }
    boolean made =
        function.generator()
            && context.tree().parent(function) instanceof CallExpression call
            && isMaking(call, context);
    if (!made) {
      return null;
    }
    int end = context.tree().subtreeEnd(function.number());
    for (int i = function.number() + 1; i < end; i++) {
      Node node = context.tree().node(i);
      if (node instanceof FunctionLike) {
        i = context.tree().subtreeEnd(i) - 1;
      } else if (node instanceof YieldExpression yielded
          && !Guarded.at(yielded, function, context.tree())) {
        return context.location(yielded);
      }
    }
    return null;
  }
}
