package dev.emerald.rules.values;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.StringLiteral;
import org.jspecify.annotations.Nullable;

/** The keys of properties and member accesses, where they are written out. */
public final class Keys {

  private Keys() {}

  /** The key of a property; null if it is computed at run time. */
  public static @Nullable String of(Property property) {
    return key(property.key(), property.computed());
  }

  /** The key of a member access; null if it is computed at run time. */
  public static @Nullable String of(MemberExpression member) {
    return key(member.property(), member.computed());
  }

  private static @Nullable String key(Expression key, boolean computed) {
    if (key instanceof StringLiteral literal) {
      return literal.value();
    }
    return !computed && key instanceof Identifier identifier ? identifier.name() : null;
  }
}
