package dev.emerald.rules.auth;

import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ApiPattern;
import org.jspecify.annotations.Nullable;

/** Secrets that stand in the code. */
final class Secrets {

  private static final ApiPattern WRAPPER =
      ApiPattern.anyOf("buffer.Buffer.from", "crypto.createSecretKey", "util.TextEncoder().encode");

  private Secrets() {}

  /**
   * The text that a key is made of, if it stands in the code: a constant, or one in a wrapper that
   * makes bytes of it.
   */
  static @Nullable String text(@Nullable Expression key, FileContext context) {
    String text = Values.string(key, context.scopes());
    if (text != null || key == null) {
      return text;
    }
    Expression origin = context.scopes().origin(key);
    if (origin instanceof CallExpression call
        && WRAPPER.matches(context.scopes().apiOf(call.callee()))) {
      return Values.string(call.argument(0), context.scopes());
    }
    return null;
  }

  /** The constant behind {@code ||} or {@code ??} that takes over when nothing is configured. */
  static @Nullable String fallback(@Nullable Expression key, FileContext context) {
    Expression origin = key == null ? null : context.scopes().origin(key);
    if (origin instanceof LogicalExpression choice && choice.operator() != LogicalOperator.AND) {
      return text(choice.right(), context);
    }
    return null;
  }

  /** Whether a text is a public key or a certificate, which may stand in the code. */
  static boolean isPublic(String text) {
    return text.contains("-----BEGIN PUBLIC KEY")
        || text.contains("-----BEGIN CERTIFICATE")
        || text.contains("-----BEGIN RSA PUBLIC KEY");
  }
}
