package dev.emerald.core.internal.vendored;

import dev.emerald.core.internal.advisory.AdvisoryText;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.version.RangeOption;
import dev.emerald.spi.version.VersionRange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a table of libraries knows to be wrong with one.
 *
 * @param name under which npm has the library
 * @param affected the versions
 * @param excluded versions within that are free of it
 */
public record KnownWeakness(
    String name, Advisory advisory, VersionRange affected, Set<String> excluded) {

  private static final Pattern SHORT = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

  /** What is said of a library. */
  static List<KnownWeakness> of(String name, JsonValue library) {
    List<KnownWeakness> weaknesses = new ArrayList<>();
    int number = 0;
    for (JsonValue each : elements(library, "vulnerabilities")) {
      number++;
      one(name, number, each).ifPresent(weaknesses::add);
    }
    return weaknesses;
  }

  private static Optional<KnownWeakness> one(String name, int number, JsonValue said) {
    String below = text(said, "below");
    String from = text(said, "atOrAbove");
    String range =
        ((from.isEmpty() ? "" : ">=" + full(from))
                + " "
                + (below.isEmpty() ? "" : "<" + full(below)))
            .strip();
    JsonValue names = said.member("identifiers").orElse(said);
    List<String> ids = new ArrayList<>();
    if (!text(names, "githubID").isEmpty()) {
      ids.add(text(names, "githubID"));
    }
    elements(names, "CVE").forEach(cve -> cve.asString().ifPresent(ids::add));
    String id = ids.isEmpty() ? "library-" + name + "-" + number : ids.get(0);
    Severity severity = AdvisoryText.severity(text(said, "severity")).orElse(Severity.MEDIUM);
    Set<String> excluded = new HashSet<>();
    elements(said, "excludes").forEach(one -> one.asString().ifPresent(excluded::add));
    Advisory advisory =
        new Advisory(
            id,
            ids.isEmpty() ? ids : ids.subList(1, ids.size()),
            AdvisoryText.summary(text(names, "summary")),
            severity,
            false);
    return range.isEmpty()
        ? Optional.empty()
        : VersionRange.parse(range, EnumSet.of(RangeOption.LOOSE, RangeOption.INCLUDE_PRERELEASE))
            .map(affected -> new KnownWeakness(name, advisory, affected, Set.copyOf(excluded)));
  }

  /** A version with all of its three numbers. */
  static String full(String version) {
    if (!SHORT.matcher(version).matches()) {
      return version;
    }
    return version.indexOf('.') < 0 ? version + ".0.0" : version + ".0";
  }

  private static List<JsonValue> elements(JsonValue value, String name) {
    return value.member(name).map(JsonValue::elements).orElse(List.of());
  }

  private static String text(JsonValue value, String name) {
    return value.member(name).flatMap(JsonValue::asString).orElse("");
  }
}
