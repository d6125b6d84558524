package dev.emerald.core.internal.config;

import dev.emerald.core.analysis.ConfigurationException;
import dev.emerald.core.internal.config.RuleSetting.OptionValue;
import dev.emerald.core.internal.manifest.JsonReader;
import dev.emerald.core.internal.manifest.ParsedJson;
import dev.emerald.spi.manifest.JsonArray;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.rule.Option;
import dev.emerald.spi.rule.RuleFacts;
import dev.emerald.spi.rule.RuleFacts.OptionFacts;
import dev.emerald.spi.rule.RuleOptions;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a rule: as declared, with what is configured laid over. Immutable. */
final class OptionValues implements RuleOptions {

  private final String rule;
  private final Map<String, Object> values;

  private OptionValues(String rule, Map<String, Object> values) {
    this.rule = rule;
    this.values = Map.copyOf(values);
  }

  /**
   * The options as declared.
   *
   * @throws ConfigurationException if a default is not of the type it is declared with
   */
  static OptionValues declared(RuleFacts facts) {
    Map<String, Object> values = new HashMap<>();
    for (OptionFacts option : facts.options()) {
      Object value = parse(option.defaultValue());
      if (value == null || !isA(option.type(), value)) {
        throw new ConfigurationException(
            "rule '%s' declares option '%s' of type %s with the default %s"
                .formatted(facts.id(), option.name(), option.type(), option.defaultValue()));
      }
      values.put(option.name(), value);
    }
    return new OptionValues(facts.id(), values);
  }

  /**
   * These options with others laid over.
   *
   * @throws ConfigurationException for an option that the rule does not declare with that type
   */
  OptionValues with(RuleFacts facts, Map<String, OptionValue> configured) {
    if (configured.isEmpty()) {
      return this;
    }
    Map<String, Object> both = new HashMap<>(values);
    configured.forEach(
        (name, option) -> {
          OptionFacts declared =
              facts.options().stream().filter(o -> o.name().equals(name)).findFirst().orElse(null);
          if (declared == null) {
            List<String> names = facts.options().stream().map(OptionFacts::name).toList();
            throw Names.mistake("option of rule '" + rule + "'", name, names, option.place());
          }
          Object value = option.value();
          if (declared.type() == Option.Type.STRINGS && value instanceof String one) {
            value = List.of(one);
          }
          if (!isA(declared.type(), value)) {
            throw new ConfigurationException(
                "option '%s' of rule '%s' takes %s, not %s"
                    .formatted(name, rule, described(declared.type()), value),
                option.place().file(),
                option.place().line());
          }
          both.put(name, value);
        });
    return new OptionValues(rule, both);
  }

  private static String described(Option.Type type) {
    return switch (type) {
      case INTEGER -> "an integer";
      case BOOLEAN -> "true or false";
      case STRING -> "a string";
      case STRINGS -> "an array of strings";
    };
  }

  private static boolean isA(Option.Type type, Object value) {
    return switch (type) {
      case INTEGER -> value instanceof Integer;
      case BOOLEAN -> value instanceof Boolean;
      case STRING -> value instanceof String;
      case STRINGS -> value instanceof List;
    };
  }

  private static @Nullable Object parse(String json) {
    ParsedJson parsed = JsonReader.read(SourceText.of("default", json));
    if (parsed.notice().isPresent()) {
      return null;
    }
    JsonValue value = parsed.root();
    if (value instanceof JsonArray) {
      List<String> strings = new ArrayList<>();
      for (JsonValue element : value.elements()) {
        if (element.asString().isEmpty()) {
          return null;
        }
        strings.add(element.asString().get());
      }
      return List.copyOf(strings);
    }
    if (value.asString().isPresent()) {
      return value.asString().get();
    }
    if (value.asBoolean().isPresent()) {
      return value.asBoolean().get();
    }
    try {
      return Integer.valueOf(json.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public int integer(String name) {
    return value(name, Integer.class);
  }

  @Override
  public boolean truth(String name) {
    return value(name, Boolean.class);
  }

  @Override
  public String string(String name) {
    return value(name, String.class);
  }

  @Override
  @SuppressWarnings("unchecked") // the only lists there are hold strings
  public List<String> strings(String name) {
    return value(name, List.class);
  }

  private <T> T value(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "rule '%s' declares no %s option '%s'"
              .formatted(rule, type.getSimpleName().toLowerCase(Locale.ROOT), name));
    }
    return type.cast(value);
  }
}
