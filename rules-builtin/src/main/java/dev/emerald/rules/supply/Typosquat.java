package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.HashSet;
import java.util.Set;

/** Names that are slips of the pen for those of well-known packages. */
@RuleInfo(
    id = "supply-typosquat",
    title = "A dependency's name looks like that of a well-known package",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = {1357, 506},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "The name is but a slip of the pen away from that of a package which very many use:"
            + " letters swapped, doubled or missing, a hyphen more or less. Such names are taken by"
            + " people who wait for the slip, and what they publish runs when it is installed.",
    remedy =
        "Ask for the package that was meant. If this one is meant, say so in the configuration"
            + " ('ignore' with a reason).",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                { "dependencies": { "crossenv": "^7.0.0", "expresss": "^4.0.0" } }
                """),
    good =
        @Example(
            file = "package.json",
            value =
                """
                { "dependencies": { "cross-env": "^7.0.0", "express": "^4.0.0" } }
                """))
public final class Typosquat implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(PackageJson.class, Typosquat::check);
  }

  private static void check(PackageJson manifest, RuleContext context) {
    Set<String> own = new HashSet<>();
    for (ProjectPackage each : context.project().packages()) {
      each.manifest().flatMap(PackageJson::name).ifPresent(own::add);
    }
    for (Dependency each : manifest.dependencies()) {
      String name = fetched(each);
      if (name.isEmpty() || name.startsWith("@") || own.contains(name)) {
        continue;
      }
      Lookalikes.of(name)
          .ifPresent(
              known ->
                  context.report(
                      each.nameLocation(), "'%s' looks like '%s'".formatted(name, known)));
    }
  }

  /** The name that a registry is asked for; empty if none is. */
  private static String fetched(Dependency dependency) {
    String range = dependency.range().strip();
    if (range.startsWith("npm:")) {
      int at = range.indexOf('@', 5);
      return at < 0 ? range.substring(4) : range.substring(4, at);
    }
    return range.indexOf(':') >= 0 || range.indexOf('/') >= 0 ? "" : dependency.name();
  }
}
