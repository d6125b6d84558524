package dev.emerald.rules.dos;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Decorator;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.PropertyDefinition;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Constant;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that what requests bring is checked with before any code of the project sees it:
 * those of the schemas of routes, and of the classes that bodies are made of. Texts of which the
 * length is limited there are left out.
 */
final class RequestPatterns {

  /** What is given the expression that a property has to match. */
  static final ApiPattern MATCHES = api("class-validator.Matches");

  private static final ApiPattern MOST = api("class-validator.MaxLength");
  private static final ApiPattern BETWEEN = api("class-validator.Length");

  /** The parts of a request that the schema of a route speaks of. */
  private static final Set<String> PARTS = Set.of("body", "querystring", "query", "params");

  /** A text of that many characters costs nothing, however its work grows with its square. */
  private static final int SHORT = 2_000;

  private static final int MOST_STEPS = 60;

  private RequestPatterns() {}

  /** Gives the expression of a decorator. */
  static void forEach(
      Invocation call, FileContext context, BiConsumer<Expression, RegexPattern> action) {
    Expression regex = call.argument(0);
    RegexPattern pattern = regex == null ? null : context.scopes().regexOf(regex);
    PropertyDefinition property = context.tree().enclosing(call, PropertyDefinition.class);
    if (regex != null && pattern != null && property != null && !isShort(property, context)) {
      action.accept(regex, pattern);
    }
  }

  /** Gives the expressions of a property, if it is one of the schema of a route. */
  static void forEach(
      Property property, FileContext context, BiConsumer<Expression, RegexPattern> action) {
    SchemaPatterns.forEach(
        property,
        context,
        (text, pattern) -> {
          if (isOfRequest(property, context)
              && !isShort(context.tree().parent(property), context)) {
            action.accept(text, pattern);
          }
        });
  }

  private static boolean isOfRequest(Property property, FileContext context) {
    boolean ofPart = false;
    Node node = context.tree().parent(property);
    for (int i = 0; node != null && i < MOST_STEPS; i++) {
      if (node instanceof Property outer) {
        String name = SchemaPatterns.name(outer, context);
        if (ofPart && "schema".equals(name)) {
          return true;
        }
        ofPart = name != null && PARTS.contains(name);
      }
      node = context.tree().parent(node);
    }
    return false;
  }

  private static boolean isShort(PropertyDefinition property, FileContext context) {
    for (Decorator decorator : property.decorators()) {
      if (decorator.expression() instanceof CallExpression call) {
        String name = context.scopes().apiOf(call.callee());
        Expression limit =
            MOST.matches(name) ? call.argument(0) : BETWEEN.matches(name) ? call.argument(1) : null;
        if (isSmall(limit, context)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isShort(@Nullable Node schema, FileContext context) {
    if (schema instanceof ObjectExpression object) {
      for (Node member : object.properties()) {
        if (member instanceof Property each
            && "maxLength".equals(SchemaPatterns.name(each, context))
            && each.value() instanceof Expression limit
            && isSmall(limit, context)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSmall(@Nullable Expression limit, FileContext context) {
    Constant constant = limit == null ? null : context.scopes().constantOf(limit);
    return constant != null
        && constant.type() == Constant.Type.NUMBER
        && constant.number() <= SHORT;
  }
}
