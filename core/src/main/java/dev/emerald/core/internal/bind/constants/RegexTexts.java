package dev.emerald.core.internal.bind.constants;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.RegExpLiteral;
import dev.emerald.spi.scope.Constant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The texts of regular expressions, from which programs put together larger ones. */
final class RegexTexts {

  private static final String METACHARACTERS = "^$\\.*+?()[]{}|";

  private final ConstantFolder constants;
  private final Function<Expression, @Nullable String> api;

  RegexTexts(ConstantFolder constants, Function<Expression, @Nullable String> api) {
    this.constants = constants;
    this.api = api;
  }

  /** What the property {@code source} of an expression is if it is a regular expression. */
  @Nullable Constant source(Expression regex) {
    Expression origin = constants.origins().origin(regex);
    if (origin instanceof RegExpLiteral literal) {
      return Constant.of(literal.pattern());
    }
    if (!(origin instanceof Invocation call)
        || !"globalThis.RegExp".equals(api.apply(call.callee()))) {
      return null;
    }
    Expression argument = call.argument(0);
    if (argument == null) {
      return null;
    }
    if (constants.origins().origin(argument) instanceof RegExpLiteral literal) {
      return Constant.of(literal.pattern());
    }
    Constant text = constants.constantOf(argument);
    // Slashes and line ends are escaped in it, nothing stands for the empty text.
    return text == null
            || text.string() == null
            || text.text().isEmpty()
            || text.text().chars().anyMatch(c -> c == '/' || c == '\n' || c == '\r')
        ? null
        : text;
  }

  /** The one text that a literal matches, if it is written as that text; else null. */
  @Nullable String plain(Expression regex) {
    if (!(constants.origins().origin(regex) instanceof RegExpLiteral literal)
        || !literal.flags().replace("g", "").isEmpty()) {
      return null;
    }
    String pattern = literal.pattern();
    return pattern.chars().anyMatch(c -> METACHARACTERS.indexOf(c) >= 0) ? null : pattern;
  }

  /** Whether a literal is replaced wherever it matches. */
  boolean isGlobal(Expression regex) {
    return constants.origins().origin(regex) instanceof RegExpLiteral literal
        && literal.flags().contains("g");
  }
}
