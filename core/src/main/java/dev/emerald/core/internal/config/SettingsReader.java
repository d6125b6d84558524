package dev.emerald.core.internal.config;

import dev.emerald.core.analysis.Configuration.Mode;
import dev.emerald.core.analysis.Configuration.Profile;
import dev.emerald.core.analysis.ConfigurationException;
import dev.emerald.core.internal.config.RuleSetting.OptionValue;
import dev.emerald.core.internal.manifest.JsonReader;
import dev.emerald.core.internal.manifest.ParsedJson;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.JsonArray;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.source.SourceText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code emerald.json}. Whatever is not understood is a mistake that names the line, the
 * value, what could stand there and which of that is nearest.
 */
public final class SettingsReader {

  private static final List<String> KEYS =
      List.of(
          "$schema",
          "profile",
          "mode",
          "include",
          "exclude",
          "rules",
          "overrides",
          "ignore",
          "advisories",
          "packs");
  private static final List<String> OVERRIDE_KEYS = List.of("files", "rules");
  private static final List<String> IGNORE_KEYS = List.of("rule", "path", "reason", "until");

  private final SourceText source;
  private final Settings.Builder into = new Settings.Builder();

  private SettingsReader(SourceText source) {
    this.source = source;
  }

  /**
   * Reads a text.
   *
   * @throws ConfigurationException for the first mistake
   */
  public static Settings read(SourceText source) {
    ParsedJson parsed = JsonReader.readCommented(source);
    if (parsed.notice().isPresent()) {
      throw new ConfigurationException(
          parsed.notice().get().message(), source.path(), parsed.notice().get().line().orElse(0));
    }
    SettingsReader reader = new SettingsReader(source);
    reader.readRoot(parsed.root());
    return reader.into.build();
  }

  private void readRoot(JsonValue root) {
    for (JsonMember member : members(root, "the configuration", KEYS)) {
      JsonValue value = member.value();
      switch (member.name()) {
        case "$schema" -> string(member);
        case "profile" -> into.profile = oneOf(member, Profile.values());
        case "mode" -> into.mode = oneOf(member, Mode.values());
        case "include" -> into.include.addAll(patterns(member));
        case "exclude" -> into.exclude.addAll(patterns(member));
        case "rules" -> into.rules.addAll(rules(value));
        case "overrides" -> each(member, this::readOverride);
        case "ignore" -> each(member, this::readIgnore);
        case "advisories" -> readAdvisories(member);
        case "packs" ->
            each(
                member,
                pack -> into.packs.add(new Settings.Named(string("packs", pack), at(pack))));
        default -> throw new IllegalStateException(member.name());
      }
    }
  }

  private void readOverride(JsonValue entry) {
    List<String> files = List.of();
    List<RuleSetting> rules = List.of();
    for (JsonMember member : members(entry, "an entry of 'overrides'", OVERRIDE_KEYS)) {
      if (member.name().equals("files")) {
        files = patterns(member);
      } else {
        rules = rules(member.value());
      }
    }
    if (files.isEmpty()) {
      throw mistake(entry, "an entry of 'overrides' needs 'files', the patterns of its paths");
    }
    into.overrides.add(new PathSettings(files, rules, at(entry)));
  }

  private void readIgnore(JsonValue entry) {
    String rule = null;
    String path = null;
    String reason = "";
    LocalDate until = null;
    for (JsonMember member : members(entry, "an entry of 'ignore'", IGNORE_KEYS)) {
      String value = string(member);
      switch (member.name()) {
        case "rule" -> rule = value;
        case "path" -> path = value;
        case "reason" -> reason = value.strip();
        default -> until = date(member.value(), value);
      }
    }
    if (rule == null && path == null) {
      throw mistake(entry, "an entry of 'ignore' needs 'rule' or 'path'");
    }
    if (reason.isEmpty()) {
      throw mistake(entry, "an entry of 'ignore' needs a 'reason'");
    }
    into.ignores.add(new IgnoreEntry(rule, path, reason, until, at(entry)));
  }

  private void readAdvisories(JsonMember member) {
    for (String path : patterns(member)) {
      into.advisories.add(new Settings.Named(path, at(member)));
    }
  }

  private LocalDate date(JsonValue place, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw mistake(place, "'until' is a day such as 2030-12-31, not '" + text + "'", e);
    }
  }

  private List<RuleSetting> rules(JsonValue value) {
    List<RuleSetting> settings = new ArrayList<>();
    for (JsonMember member : members(value, "'rules'", null)) {
      settings.add(rule(member));
    }
    return settings;
  }

  private RuleSetting rule(JsonMember member) {
    String id = member.name();
    Place place = at(member);
    if (member.value() instanceof JsonObject) {
      Severity severity = null;
      Map<String, OptionValue> options = new LinkedHashMap<>();
      for (JsonMember part : members(member.value(), "rule '" + id + "'", null)) {
        if (part.name().equals("severity")) {
          String level = string(part);
          if (level.equals("off")) {
            return RuleSetting.off(id, place);
          }
          severity = severity(part.value(), level);
        } else {
          options.put(part.name(), new OptionValue(option(part), at(part)));
        }
      }
      return RuleSetting.on(id, severity, options, place);
    }
    String level =
        member
            .value()
            .asString()
            .orElseThrow(
                () ->
                    mistake(
                        member.value(),
                        "rule '" + id + "' is set to \"off\", a severity or an object"));
    return level.equals("off")
        ? RuleSetting.off(id, place)
        : RuleSetting.on(id, severity(member.value(), level), Map.of(), place);
  }

  private Severity severity(JsonValue place, String level) {
    return Severity.ofLabel(level)
        .orElseThrow(
            () -> {
              List<String> names = new ArrayList<>(List.of("off"));
              for (Severity severity : Severity.values()) {
                names.add(severity.label());
              }
              return mistake(place, Names.unknown("severity", level, names));
            });
  }

  private Object option(JsonMember member) {
    JsonValue value = member.value();
    if (value.asBoolean().isPresent()) {
      return value.asBoolean().get();
    }
    if (value.asString().isPresent()) {
      return value.asString().get();
    }
    if (value instanceof JsonArray) {
      List<String> strings = new ArrayList<>();
      for (JsonValue element : value.elements()) {
        strings.add(string(member.name(), element));
      }
      return List.copyOf(strings);
    }
    try {
      return new BigDecimal(source.slice(value.span().start(), value.span().end())).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw mistake(
          value,
          "option '"
              + member.name()
              + "' is an integer, true or false, a string or an array of strings",
          e);
    }
  }

  private List<JsonMember> members(JsonValue value, String what, @Nullable List<String> keys) {
    if (!(value instanceof JsonObject)) {
      throw mistake(value, what + " is an object");
    }
    Map<String, JsonMember> seen = new LinkedHashMap<>();
    for (JsonMember member : value.members()) {
      if (keys != null && !keys.contains(member.name())) {
        throw mistake(member, Names.unknown("key", member.name(), keys));
      }
      if (seen.putIfAbsent(member.name(), member) != null) {
        throw mistake(member, "'" + member.name() + "' is there twice");
      }
    }
    return List.copyOf(seen.values());
  }

  private void each(JsonMember member, Consumer<JsonValue> reading) {
    if (!(member.value() instanceof JsonArray)) {
      throw mistake(member.value(), "'" + member.name() + "' is an array");
    }
    member.value().elements().forEach(reading);
  }

  private List<String> patterns(JsonMember member) {
    List<String> patterns = new ArrayList<>();
    if (member.value().asString().isPresent()) {
      patterns.add(string(member));
    } else {
      each(member, element -> patterns.add(string(member.name(), element)));
    }
    return patterns;
  }

  private String string(JsonMember member) {
    return string(member.name(), member.value());
  }

  private String string(String name, JsonValue value) {
    String text =
        value.asString().orElseThrow(() -> mistake(value, "'" + name + "' takes strings"));
    if (text.isBlank()) {
      throw mistake(value, "'" + name + "' holds an empty string");
    }
    return text;
  }

  private <E extends Enum<E>> E oneOf(JsonMember member, E[] values) {
    String text = string(member);
    List<String> names = new ArrayList<>();
    for (E value : values) {
      String name = value.name().toLowerCase(Locale.ROOT);
      if (name.equals(text)) {
        return value;
      }
      names.add(name);
    }
    throw mistake(member.value(), Names.unknown(member.name(), text, names));
  }

  private Place at(JsonValue value) {
    return new Place(source.path(), source.lineAt(value.span().start()));
  }

  private Place at(JsonMember member) {
    return new Place(source.path(), source.lineAt(member.nameSpan().start()));
  }

  private ConfigurationException mistake(JsonMember member, String message) {
    return new ConfigurationException(
        message, source.path(), source.lineAt(member.nameSpan().start()));
  }

  private ConfigurationException mistake(JsonValue value, String message) {
    return new ConfigurationException(message, source.path(), source.lineAt(value.span().start()));
  }

  private ConfigurationException mistake(JsonValue value, String message, Exception cause) {
    ConfigurationException mistake = mistake(value, message);
    mistake.initCause(cause);
    return mistake;
  }
}
