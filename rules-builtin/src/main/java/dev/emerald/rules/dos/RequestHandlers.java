package dev.emerald.rules.dos;

import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.rule.FileContext;
import org.jspecify.annotations.Nullable;

/** Functions that frameworks call for each request. */
final class RequestHandlers {

  private RequestHandlers() {}

  /** Whether a function is one: its first parameters are known to be a request and so on. */
  static boolean isHandler(FunctionLike function, FileContext context) {
    for (int i = 0; i < function.params().size() && i < 2; i++) {
      if (function.params().get(i) instanceof Identifier parameter) {
        String api = context.scopes().apiOf(parameter);
        // What http.request gives is an IncomingMessage too: the response tells a server.
        if (api != null
            && (api.endsWith(".Request()")
                || api.endsWith(".Context()")
                || api.equals("http.ServerResponse()"))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a file has any. */
  static boolean areIn(FileContext context) {
    boolean[] any = {false};
    context
        .tree()
        .forEach(
            context.tree().program(),
            FunctionLike.class,
            function -> any[0] |= !any[0] && isHandler(function, context));
    return any[0];
  }

  /** The handler that a node is written in, at any depth; null if there is none. */
  static @Nullable FunctionLike around(Node node, FileContext context) {
    FunctionLike around = context.tree().enclosing(node, FunctionLike.class);
    while (around != null && !isHandler(around, context)) {
      Node outer = context.tree().parent(around);
      around = outer == null ? null : context.tree().enclosing(outer, FunctionLike.class);
    }
    return around;
  }
}
