package dev.emerald.rules.values;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** Constants of expressions that may be missing. */
public final class Values {

  private Values() {}

  /** The string that an expression always has; null if it is missing, no string, or not known. */
  public static @Nullable String string(@Nullable Expression expression, Scopes scopes) {
    Constant constant = constant(expression, scopes);
    return constant == null ? null : constant.string();
  }

  /** The number that an expression always has; NaN if it is missing, no number, or not known. */
  public static double number(@Nullable Expression expression, Scopes scopes) {
    Constant constant = constant(expression, scopes);
    return constant == null ? Double.NaN : constant.number();
  }

  /** Whether an expression is sure to be {@code true}. */
  public static boolean isTrue(@Nullable Expression expression, Scopes scopes) {
    Constant constant = constant(expression, scopes);
    return constant != null && constant.is(true);
  }

  /** Whether an expression is sure to be {@code false}. */
  public static boolean isFalse(@Nullable Expression expression, Scopes scopes) {
    Constant constant = constant(expression, scopes);
    return constant != null && constant.is(false);
  }

  /** The value that an expression always has; null if it is missing or not known. */
  public static @Nullable Constant constant(@Nullable Expression expression, Scopes scopes) {
    return expression == null ? null : scopes.constantOf(expression);
  }
}
