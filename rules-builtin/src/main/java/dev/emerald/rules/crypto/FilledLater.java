package dev.emerald.rules.crypto;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.Symbol;
import java.util.Set;

/** Whether a buffer gets its content after it is made. */
final class FilledLater {

  /** Methods of a buffer that only read it. */
  private static final Set<String> READERS =
      Set.of("toString", "slice", "subarray", "equals", "compare", "readUInt8", "toJSON");

  private FilledLater() {}

  /**
   * Whether anything but a cipher or a reader is given the buffer that a name stands for. True too
   * where the name is not known: silence is the better mistake.
   */
  static boolean isFilled(Expression name, FileContext context) {
    Symbol symbol =
        name instanceof Identifier identifier ? context.scopes().symbolOf(identifier) : null;
    if (symbol == null) {
      return true;
    }
    for (Identifier reference : symbol.references()) {
      Node parent = context.tree().parent(reference);
      if (parent instanceof MemberExpression member && member.object() == reference) {
        if (!reads(member)) {
          return true;
        }
      } else if (parent instanceof CallExpression call && call.callee() != reference) {
        String api = context.scopes().apiOf(call.callee());
        if (api == null || api.startsWith("crypto.random")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean reads(MemberExpression member) {
    return !member.computed()
        && member.property() instanceof Identifier property
        && (READERS.contains(property.name()) || property.name().equals("length"));
  }
}
