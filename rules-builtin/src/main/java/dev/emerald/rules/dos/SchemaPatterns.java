package dev.emerald.rules.dos;

import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.scope.Constant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The regular expressions of JSON Schemas in programs: strings, which validators match with. */
final class SchemaPatterns {

  private SchemaPatterns() {}

  /**
   * Gives the expressions that a property holds, if it is one of a schema.
   *
   * @param action is given where an expression stands, and the expression
   */
  static void forEach(
      Property property, FileContext context, BiConsumer<Expression, RegexPattern> action) {
    String name = name(property, context);
    if ("pattern".equals(name)
        && property.value() instanceof Expression value
        && describesText(context.tree().parent(property), context)) {
      accept(value, context, action);
    } else if ("patternProperties".equals(name)
        && property.value() instanceof ObjectExpression patterns) {
      for (Node member : patterns.properties()) {
        if (member instanceof Property each && !(each.key() instanceof Identifier)) {
          accept(each.key(), context, action);
        }
      }
    }
  }

  private static void accept(
      Expression text, FileContext context, BiConsumer<Expression, RegexPattern> action) {
    String source = string(text, context);
    if (source != null) {
      action.accept(text, read(source, context));
    }
  }

  /** An expression as validators read it. */
  static RegexPattern read(String source, RuleContext context) {
    // They ask for u, and many for none where it is not valid with it.
    RegexPattern pattern = context.regex(source, "u");
    return pattern.tree().isPresent() ? pattern : context.regex(source, "");
  }

  /** Whether an object says of itself that it is the schema of a text. */
  private static boolean describesText(@Nullable Node object, FileContext context) {
    if (object instanceof ObjectExpression schema) {
      for (Node member : schema.properties()) {
        if (member instanceof Property each
            && "type".equals(name(each, context))
            && each.value() instanceof Expression type) {
          return "string".equals(string(type, context));
        }
      }
    }
    return false;
  }

  /** The name of a property; null if it is computed and not known. */
  static @Nullable String name(Property property, FileContext context) {
    return !property.computed() && property.key() instanceof Identifier key
        ? key.name()
        : string(property.key(), context);
  }

  private static @Nullable String string(Expression expression, FileContext context) {
    Constant constant = context.scopes().constantOf(expression);
    return constant == null ? null : constant.string();
  }
}
