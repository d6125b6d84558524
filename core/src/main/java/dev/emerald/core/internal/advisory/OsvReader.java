package dev.emerald.core.internal.advisory;

import dev.emerald.core.internal.advisory.AffectedPackage.Event;
import dev.emerald.core.internal.advisory.AffectedPackage.Mark;
import dev.emerald.core.internal.manifest.JsonReader;
import dev.emerald.core.internal.manifest.ParsedJson;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.version.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads an advisory in the OSV format (schema version 1), as far as it is about npm packages. */
final class OsvReader {

  private static final int MOST_FUNCTIONS = 100;

  /**
   * What an advisory says.
   *
   * @param modified when it was changed last, as ISO 8601 has it; empty if it does not say
   * @param packages one for each npm package
   * @param partly whether something in it could not be read
   */
  record Read(String modified, List<AffectedPackage> packages, boolean partly) {}

  private OsvReader() {}

  /**
   * Reads one advisory.
   *
   * @param name what it is called in messages
   * @return null if the text is none; without packages if it is withdrawn or about others
   */
  static @Nullable Read read(String name, String text) {
    ParsedJson parsed = JsonReader.read(SourceText.of(name, text));
    JsonValue json = parsed.root();
    String id = text(json, "id");
    if (!(json instanceof JsonObject) || id.isEmpty() || parsed.notice().isPresent()) {
      return null;
    }
    String modified = text(json, "modified");
    if (json.member("withdrawn").flatMap(JsonValue::asString).isPresent()) {
      return new Read(modified, List.of(), false);
    }
    Map<String, List<JsonValue>> byName = new LinkedHashMap<>();
    for (JsonValue affected : elements(json, "affected")) {
      String ecosystem = text(affected.member("package"), "ecosystem");
      String packageName = text(affected.member("package"), "name");
      if (ecosystem.toLowerCase(Locale.ROOT).equals("npm") && !packageName.isEmpty()) {
        byName.computeIfAbsent(packageName, key -> new ArrayList<>()).add(affected);
      }
    }
    boolean partly = false;
    List<AffectedPackage> packages = new ArrayList<>();
    for (Map.Entry<String, List<JsonValue>> each : byName.entrySet()) {
      Advisory advisory = advisory(json, id, each.getValue());
      List<List<Event>> ranges = new ArrayList<>();
      Set<String> versions = new HashSet<>();
      for (JsonValue affected : each.getValue()) {
        for (JsonValue version : elements(affected, "versions")) {
          version.asString().ifPresent(versions::add);
        }
        for (JsonValue range : elements(affected, "ranges")) {
          if (!text(range, "type").equals("GIT")) {
            List<Event> events = events(range);
            partly |= events == null;
            if (events != null) {
              ranges.add(events);
            }
          }
        }
      }
      packages.add(new AffectedPackage(each.getKey(), advisory, ranges, versions));
    }
    return new Read(modified, packages, partly);
  }

  private static Advisory advisory(JsonValue json, String id, List<JsonValue> affected) {
    List<String> aliases = new ArrayList<>();
    for (JsonValue alias : elements(json, "aliases")) {
      alias.asString().ifPresent(aliases::add);
    }
    boolean malicious =
        id.startsWith("MAL-") || aliases.stream().anyMatch(a -> a.startsWith("MAL-"));
    String summary = text(json, "summary");
    if (summary.isEmpty()) {
      summary = text(json, "details").lines().findFirst().orElse("");
    }
    Severity severity = malicious ? Severity.CRITICAL : severity(json, affected);
    return new Advisory(
        id, aliases, AdvisoryText.summary(summary), severity, malicious, functions(affected));
  }

  /** The functions that are named: as GitHub does, or as OSV's own imports and symbols do. */
  private static List<String> functions(List<JsonValue> affected) {
    Set<String> functions = new TreeSet<>();
    for (JsonValue each : affected) {
      String packageName = text(each.member("package"), "name");
      for (String where : List.of("ecosystem_specific", "database_specific")) {
        JsonValue specific = each.member(where).orElse(null);
        if (specific == null) {
          continue;
        }
        List<JsonValue> named = new ArrayList<>(elements(specific, "affected_functions"));
        elements(specific, "imports").forEach(one -> named.addAll(elements(one, "symbols")));
        for (JsonValue name : named) {
          String path = AdvisoryText.function(packageName, name.asString().orElse(""));
          if (!path.isEmpty() && functions.size() < MOST_FUNCTIONS) {
            functions.add(path);
          }
        }
      }
    }
    return List.copyOf(functions);
  }

  private static Severity severity(JsonValue json, List<JsonValue> affected) {
    List<JsonValue> said = new ArrayList<>(List.of(json));
    said.addAll(affected);
    for (JsonValue each : said) {
      for (String where : List.of("database_specific", "ecosystem_specific")) {
        Optional<Severity> named = AdvisoryText.severity(text(each.member(where), "severity"));
        if (named.isPresent()) {
          return named.get();
        }
      }
    }
    for (JsonValue each : said) {
      for (JsonValue score : elements(each, "severity")) {
        Optional<Severity> scored = CvssScore.severity(text(score, "score"));
        if (scored.isPresent()) {
          return scored.get();
        }
      }
    }
    return Severity.MEDIUM;
  }

  /** The events of a range; null if one names no version. */
  private static @Nullable List<Event> events(JsonValue range) {
    List<Event> events = new ArrayList<>();
    for (JsonValue event : elements(range, "events")) {
      for (JsonMember member : event.members()) {
        Mark mark =
            switch (member.name()) {
              case "introduced" -> Mark.INTRODUCED;
              case "fixed" -> Mark.FIXED;
              case "last_affected" -> Mark.LAST_AFFECTED;
              default -> null;
            };
        if (mark != null) {
          Event read = event(mark, member.value().asString().orElse(""));
          if (read == null) {
            return null;
          }
          events.add(read);
        }
      }
    }
    return events;
  }

  /** An event; null if it names no version. */
  static @Nullable Event event(Mark mark, String version) {
    if (mark == Mark.INTRODUCED && version.equals("0")) {
      return new Event(mark, null);
    }
    Version parsed = Version.parseLoose(version).orElse(null);
    return parsed == null ? null : new Event(mark, parsed);
  }

  private static List<JsonValue> elements(JsonValue value, String name) {
    return value.member(name).map(JsonValue::elements).orElse(List.of());
  }

  private static String text(Optional<JsonValue> value, String name) {
    return value.map(each -> text(each, name)).orElse("");
  }

  private static String text(JsonValue value, String name) {
    return value.member(name).flatMap(JsonValue::asString).orElse("");
  }
}
