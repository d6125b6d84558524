package dev.emerald.rules.auth;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.LogicalExpression;
import dev.emerald.spi.ast.LogicalOperator;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.scope.ApiPattern;
import org.jspecify.annotations.Nullable;

/** Secrets that stand in the code. */
public final class Secrets {

  private static final ApiPattern WRAPPER =
      ApiPattern.anyOf("buffer.Buffer.from", "crypto.createSecretKey", "util.TextEncoder().encode");

  private Secrets() {}

  /**
   * The text that a key is made of, if it stands in the code: a constant, or one in a wrapper that
   * makes bytes of it.
   */
  public static @Nullable String text(@Nullable Expression key, FileContext context) {
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
  private static @Nullable String fallback(@Nullable Expression key, FileContext context) {
    Expression origin = key == null ? null : context.scopes().origin(key);
    if (origin instanceof LogicalExpression choice && choice.operator() != LogicalOperator.AND) {
      return text(choice.right(), context);
    }
    return null;
  }

  /**
   * Reports a secret that stands in the code.
   *
   * @param value what the call is given
   * @param harm what everybody with the code can do, such as {@code make tokens}
   */
  public static void report(Expression value, Invocation call, String harm, FileContext context) {
    boolean always = text(value, context) != null;
    Expression origin = context.scopes().origin(value);
    Problem problem =
        Problem.at(
            context.location(Settings.place(call, value, context)),
            always
                ? "Everybody with the code can " + harm
                : "Where nothing is configured, everybody with the code can " + harm);
    problem = problem.withSecret(context.location(origin));
    context.report(
        origin == value || context.tree().contains(call, origin)
            ? problem
            : problem.withStep(context.location(origin), "the secret stands here"));
  }

  /** The secret that a value is, or falls back to; null if it does not stand in the code. */
  public static @Nullable String in(Expression value, FileContext context) {
    String text = text(value, context);
    return text != null ? text : fallback(value, context);
  }

  /** Whether a text is a public key or a certificate, which may stand in the code. */
  public static boolean isPublic(String text) {
    return text.contains("-----BEGIN PUBLIC KEY")
        || text.contains("-----BEGIN CERTIFICATE")
        || text.contains("-----BEGIN RSA PUBLIC KEY");
  }
}
