package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.loading.Loading;
import dev.emerald.core.internal.bind.names.Names;
import dev.emerald.core.internal.regex.RegexParser;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.Scopes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The regular expressions of a file, each read once. */
final class RegexExpressions {

  /** Files with more nodes hold data, not code. */
  private static final int MOST_NODES = 500_000;

  private final Names names;
  private final Scopes scopes;

  private @Nullable Loading loading;
  private boolean asked;

  /** By the number of the literal or call. */
  private final Map<Integer, RegexPattern> known = new HashMap<>();

  RegexExpressions(Names names, Scopes scopes) {
    this.names = names;
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
    if (origin instanceof MemberExpression member && member.computed()) {
      Loading all = loading();
      return all == null ? null : all.element(member);
    }
    if (!(origin instanceof Invocation call)) {
      return null;
    }
    RegexPattern written =
        "globalThis.RegExp".equals(scopes.apiOf(call.callee())) ? readCall(call) : null;
    if (written != null) {
      return written;
    }
    Loading all = loading();
    return all == null ? null : all.made(call);
  }

  /** What the file makes while it is loaded; null if it makes no expressions. */
  private @Nullable Loading loading() {
    if (!asked) {
      asked = true;
      SyntaxTree tree = names.tree();
      if (tree.size() <= MOST_NODES && tree.program().source().text().contains("RegExp(")) {
        loading = Loading.of(names, scopes::constantOf);
      }
    }
    return loading;
  }

  private @Nullable RegexPattern readCall(Invocation call) {
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
