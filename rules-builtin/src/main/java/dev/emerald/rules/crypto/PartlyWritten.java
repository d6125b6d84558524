package dev.emerald.rules.crypto;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.Symbol;
import java.util.Set;

/**
 * Whether a buffer is filled by writing texts alone, whose lengths nobody asks for: what {@code
 * write} says it wrote is thrown away. Bytes that are copied, read or set one by one are taken to
 * be all of them.
 */
final class PartlyWritten {

  private static final Set<String> READING =
      Set.of("toString", "length", "slice", "subarray", "equals", "toJSON");

  private PartlyWritten() {}

  static boolean is(Invocation made, FileContext context) {
    if (!(context.tree().parent(made) instanceof VariableDeclarator variable)
        || !(variable.id() instanceof Identifier name)) {
      return false;
    }
    Symbol symbol = context.scopes().symbolOf(name);
    if (symbol == null) {
      return false;
    }
    boolean written = false;
    for (Identifier use : symbol.references()) {
      Node parent = context.tree().parent(use);
      if (!(parent instanceof MemberExpression member) || member.object() != use) {
        if (parent instanceof Invocation) {
          return false;
        }
        continue;
      }
      String method = Keys.of(member);
      if ("write".equals(method)) {
        if (!(context.tree().parent(member) instanceof CallExpression call)
            || !(context.tree().parent(call) instanceof ExpressionStatement)) {
          return false;
        }
        written |= Values.constant(call.argument(0), context.scopes()) == null;
      } else if (method == null || !READING.contains(method)) {
        return false;
      }
    }
    return written;
  }
}
