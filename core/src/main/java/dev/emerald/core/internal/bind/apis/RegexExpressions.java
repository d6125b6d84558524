package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.Scopes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The regular expressions of a file, each read once. */
final class RegexExpressions {

  private final Scopes scopes;

  /** By the number of the literal or call. */
  private final Map<Integer, RegexPattern> known = new HashMap<>();

  RegexExpressions(Scopes scopes) {
    this.scopes = scopes;
  }

  @Nullable RegexPattern of(Expression expression) {
    Expression origin = scopes.origin(expression);
    RegexPattern pattern = known.get(origin.number());
    if (pattern == null) {
      pattern = read(origin);
      if (pattern != null) {
        known.put(origin.number(), pattern);
      }
    }
    return pattern;
  }

  private @Nullable RegexPattern read(Expression origin) {
    if (origin instanceof RegExpLiteral literal) {
      return RegexParser.parse(literal.pattern(), literal.flags());
    }
    if (!(origin instanceof Invocation call)
        || !"globalThis.RegExp".equals(scopes.apiOf(call.callee()))) {
      return null;
    }
    Expression first = call.argument(0);
    if (first == null) {
      return null;
    }
    String source;
    String flags = "";
    if (scopes.origin(first) instanceof RegExpLiteral literal) {
      source = literal.pattern();
      flags = literal.flags();
    } else {
      source = text(first);
    }
    if (call.arguments().size() > 1) {
      Expression second = call.argument(1);
      flags = second == null ? null : text(second);
    }
    return source == null || flags == null ? null : RegexParser.parse(source, flags);
  }

  private @Nullable String text(Expression expression) {
    Constant constant = scopes.constantOf(expression);
    return constant == null ? null : constant.string();
  }
}
