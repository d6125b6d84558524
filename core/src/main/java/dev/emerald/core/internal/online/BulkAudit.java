package dev.emerald.core.internal.online;

import dev.emerald.core.internal.advisory.AdvisoryTable;
import dev.emerald.core.internal.advisory.AdvisoryText;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.version.RangeOption;
import dev.emerald.spi.version.VersionRange;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * npm's bulk protocol: names and versions of all packages to {@code
 * -/npm/v1/security/advisories/bulk} of a registry; it answers with the advisories on those
 * packages that have any.
 */
final class BulkAudit {

  /** npm sends all at once; what is larger than any project goes in parts. */
  private static final int MOST_NAMES = 20_000;

  private static final Pattern GITHUB_ID = Pattern.compile("GHSA(?:-[a-z0-9]{4}){3}");
  private static final Set<RangeOption> AS_NPM =
      EnumSet.of(RangeOption.LOOSE, RangeOption.INCLUDE_PRERELEASE);

  private final BoundedHttp http;
  private final NpmSettings settings;

  BulkAudit(BoundedHttp http, NpmSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  /**
   * Asks a registry.
   *
   * @param versions of each package
   * @return how many entries of the answer could not be read
   */
  int ask(URI registry, NavigableMap<String, SortedSet<String>> versions, AdvisoryTable into)
      throws LookupException {
    URI address = registry.resolve("-/npm/v1/security/advisories/bulk");
    int unread = 0;
    TreeMap<String, SortedSet<String>> left = new TreeMap<>(versions);
    while (!left.isEmpty()) {
      NavigableMap<String, SortedSet<String>> part = new TreeMap<>();
      while (!left.isEmpty() && part.size() < MOST_NAMES) {
        Map.Entry<String, SortedSet<String>> first = left.pollFirstEntry();
        part.put(first.getKey(), first.getValue());
      }
      Call call = new Call(address, "*/*", body(part), true, settings::authorization);
      unread += take(Json.answer(http.send(call), address), part.keySet(), into);
    }
    return unread;
  }

  private static String body(NavigableMap<String, SortedSet<String>> versions) {
    return Json.object(
        json ->
            versions.forEach(
                (name, each) -> {
                  json.writeArrayPropertyStart(name);
                  each.forEach(json::writeString);
                  json.writeEndArray();
                }));
  }

  private static int take(JsonValue answer, Set<String> asked, AdvisoryTable into) {
    int unread = 0;
    for (JsonMember member : answer.members()) {
      if (!asked.contains(member.name())) {
        continue;
      }
      List<JsonValue> advisories = member.value().elements();
      unread += advisories.isEmpty() && !member.value().toString().equals("[]") ? 1 : 0;
      for (JsonValue each : advisories) {
        unread += take(member.name(), each, into) ? 0 : 1;
      }
    }
    return unread;
  }

  private static boolean take(String name, JsonValue advisory, AdvisoryTable into) {
    String number = advisory.member("id").map(BulkAudit::plain).orElse("");
    String url = Json.text(advisory, "url");
    Matcher named = GITHUB_ID.matcher(url.length() > 1_000 ? "" : url);
    String id = named.find() ? named.group() : number.isEmpty() ? "" : "npm-" + number;
    String affected = "*";
    if (advisory.member("vulnerable_versions").isPresent()) {
      affected = Json.text(advisory, "vulnerable_versions");
    }
    VersionRange range = VersionRange.parse(affected, AS_NPM).orElse(null);
    if (id.isEmpty() || range == null) {
      return false;
    }
    boolean malicious =
        Json.elements(advisory, "cwe").stream()
            .anyMatch(cwe -> cwe.asString().orElse("").equals("CWE-506"));
    Severity severity =
        AdvisoryText.severity(Json.text(advisory, "severity")).orElse(Severity.HIGH);
    into.add(
        name,
        new Advisory(
            id,
            List.of(),
            AdvisoryText.summary(Json.text(advisory, "title")),
            malicious ? Severity.CRITICAL : severity,
            malicious),
        range);
    return true;
  }

  /** A number or a short text, as it is written. */
  private static String plain(JsonValue value) {
    String text = value.asString().orElseGet(value::toString);
    return text.matches("[A-Za-z0-9._-]{1,64}") ? text : "";
  }
}
