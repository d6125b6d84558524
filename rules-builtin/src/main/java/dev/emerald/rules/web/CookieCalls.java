package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.ObjectView;
import org.jspecify.annotations.Nullable;

/** The calls that set a cookie by name, value and options. */
final class CookieCalls {

  /** All of them take the name first and the options third. */
  static final ApiPattern SET =
      anyOf(
          "express.Response().cookie",
          "koa.Context().cookies.set",
          "fastify.Reply().{setCookie,cookie}",
          "cookie.serialize",
          "cookies().set");

  /** Sessions that keep a cookie. */
  static final ApiPattern SESSION = anyOf("express-session", "cookie-session");

  private static final Words SENSITIVE =
      Words.of(
          "session",
          "sess",
          "sid",
          "sessionid",
          "auth",
          "authorization",
          "token",
          "jwt",
          "access",
          "refresh",
          "identity",
          "login",
          "remember",
          "credential",
          "credentials",
          "apikey");

  private static final Words FOR_SCRIPTS =
      Words.of("csrf", "xsrf", "locale", "lang", "language", "theme", "consent", "timezone", "tz");

  private CookieCalls() {}

  /** Whether a call sets a cookie that lets its bearer in, by its name. */
  static boolean isSensitive(Invocation call, FileContext context) {
    String name = Values.string(call.argument(0), context.scopes());
    return name != null && SENSITIVE.in(name) && !FOR_SCRIPTS.in(name);
  }

  /** Whether a cookie is meant for scripts of the page, by its name. */
  static boolean isForScripts(Invocation call, FileContext context) {
    String name = Values.string(call.argument(0), context.scopes());
    return name != null && FOR_SCRIPTS.in(name);
  }

  /**
   * Whether a cookie is being removed: its value is empty or it has run out.
   *
   * @param options the options, or null
   */
  static boolean isRemoval(Invocation call, @Nullable ObjectView options, FileContext context) {
    Expression value = call.argument(1);
    String text = Values.string(value, context.scopes());
    if (text != null && text.isEmpty()) {
      return true;
    }
    if (options == null) {
      return false;
    }
    Expression maxAge = options.get("maxAge");
    return maxAge != null && Values.number(maxAge, context.scopes()) <= 0;
  }
}
