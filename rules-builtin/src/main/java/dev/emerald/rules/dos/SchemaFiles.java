package dev.emerald.rules.dos;

import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.regex.RegexPattern;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The regular expressions of JSON Schemas and descriptions of APIs in files of their own. */
final class SchemaFiles {

  private static final String PATTERN = "pattern";
  private static final String PATTERN_PROPERTIES = "patternProperties";

  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");

  /** What holds values of texts, and no schemas. */
  private static final Set<String> VALUES =
      Set.of("default", "const", "enum", "examples", "example");

  private SchemaFiles() {}

  /**
   * Gives the expressions that validators match with.
   *
   * @param action is given where an expression stands, and the expression
   */
  static void forEach(TextFile file, RuleContext context, BiConsumer<Span, RegexPattern> action) {
    if (file.test()
        || !file.name().endsWith(".json")
        || !file.source().text().contains("\"" + PATTERN)) {
      return;
    }
    JsonValue root = context.json(file.source());
    if (!isSchema(root)) {
      return;
    }
    // Schemas nest as deep as their author likes.
    List<JsonValue> open = new ArrayList<>();
    open.add(root);
    while (!open.isEmpty()) {
      JsonValue value = open.remove(open.size() - 1);
      open.addAll(value.elements());
      for (JsonMember member : value.members()) {
        if (member.name().equals(PATTERN) && describesText(value)) {
          member
              .value()
              .asString()
              .ifPresent(
                  text -> action.accept(member.value().span(), SchemaPatterns.read(text, context)));
        }
        if (member.name().equals(PATTERN_PROPERTIES)) {
          for (JsonMember each : member.value().members()) {
            action.accept(each.nameSpan(), SchemaPatterns.read(each.name(), context));
          }
        }
        if (!VALUES.contains(member.name()) || isOfProperties(value)) {
          open.add(member.value());
        }
      }
    }
  }

  /** Whether a text says of itself that it is a schema, or has the form of one. */
  private static boolean isSchema(JsonValue root) {
    String dialect = root.member("$schema").flatMap(JsonValue::asString).orElse("");
    if (!dialect.isEmpty()) {
      return dialect.contains("json-schema.org/");
    }
    if (root.member("openapi").flatMap(JsonValue::asString).isPresent()
        || root.member("swagger").flatMap(JsonValue::asString).isPresent()) {
      return root.member("paths").isPresent() || root.member("components").isPresent();
    }
    String type = root.member("type").flatMap(JsonValue::asString).orElse("");
    return TYPES.contains(type)
        && (root.member("properties").filter(SchemaFiles::holdsSchemas).isPresent()
            || root.member(PATTERN_PROPERTIES).filter(SchemaFiles::holdsSchemas).isPresent()
            || root.member("items").filter(items -> items.member("type").isPresent()).isPresent());
  }

  private static boolean holdsSchemas(JsonValue properties) {
    return !properties.members().isEmpty()
        && properties.members().stream().noneMatch(each -> each.value().members().isEmpty());
  }

  /** Whether an object names properties, and so may have a member of any name: all are schemas. */
  private static boolean isOfProperties(JsonValue value) {
    return value.member("type").isEmpty() && holdsSchemas(value);
  }

  /** Whether an object may be the schema of a text. */
  private static boolean describesText(JsonValue schema) {
    JsonValue type = schema.member("type").orElse(null);
    return type == null
        || type.asString().orElse("").equals("string")
        || type.elements().stream().anyMatch(each -> each.asString().orElse("").equals("string"));
  }
}
