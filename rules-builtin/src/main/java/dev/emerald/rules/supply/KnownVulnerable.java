package dev.emerald.rules.supply;

import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.advisory.Upgrade;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.version.RangeOption;
import dev.emerald.spi.version.VersionRange;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Packages with published weaknesses. */
@RuleInfo(
    id = "supply-known-vulnerable",
    title = "A dependency has a known vulnerability",
    severity = Severity.HIGH,
    confidence = Confidence.HIGH,
    cwe = {1395, 937},
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "The weakness is published, and often how to use it, too. Attackers look for it in whatever"
            + " answers them. How severe it is says the advisory; for development alone it counts"
            + " one step less. Without advisories (--advisories, --online) nothing is looked for.",
    remedy =
        "Update the package within what is asked for; where a dependency holds it back, upgrade"
            + " that one, or override the version.",
    bad =
        @Example(
            file = "package-lock.json",
            value =
                """
                {
                  "name": "a",
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "a", "dependencies": { "top": "^1.0.0" } },
                    "node_modules/example-parser": { "version": "1.2.0" },
                    "node_modules/top": {
                      "version": "1.0.0",
                      "dependencies": { "example-parser": "~1.2.0" }
                    }
                  }
                }
                """,
            note = "With an advisory on example-parser before 1.3.1 at hand:"),
    good =
        @Example(
            file = "package-lock.json",
            value =
                """
                {
                  "name": "a",
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "a", "dependencies": { "example-parser": "^1.0.0" } },
                    "node_modules/example-parser": { "version": "1.3.1" }
                  }
                }
                """))
public final class KnownVulnerable implements Rule {

  private static final int MOST_NAMED = 4;

  @Override
  public void register(Hooks on) {
    on.manifest(DependencyGraph.class, this::check);
  }

  private void check(DependencyGraph graph, RuleContext context) {
    Advisories known = context.project().advisories().orElse(null);
    if (known == null) {
      return;
    }
    boolean clean = !graph.packages().isEmpty();
    for (LockedPackage each : Ways.versions(graph)) {
      if (each.origin() == PackageOrigin.FOLDER || each.version().isEmpty()) {
        continue;
      }
      List<Advisory> all = known.affecting(each.name(), each.version());
      clean &= all.isEmpty();
      List<Advisory> weaknesses = all.stream().filter(one -> !one.isMalicious()).toList();
      if (!weaknesses.isEmpty()) {
        report(each, weaknesses, known, graph, context);
      }
    }
    if (clean && known.isComplete()) {
      context.satisfied(
          RoadmapItem.CI_5,
          graph.packages().get(0).location(),
          "none of the packages in the lock file falls under one of " + known.description());
    }
  }

  private static void report(
      LockedPackage affected,
      List<Advisory> weaknesses,
      Advisories known,
      DependencyGraph graph,
      RuleContext context) {
    List<LockedDependency> way = graph.pathTo(affected);
    Severity severity = weaknesses.get(0).severity();
    Problem problem =
        Problem.at(
                affected.location(),
                "'%s' %s has %s; %s%s"
                    .formatted(
                        affected.name(),
                        affected.version(),
                        named(weaknesses),
                        remedy(affected, way, known, graph, context),
                        context.project().imports(affected.name()) ? "; the code imports it" : ""))
            .withSeverity(affected.isDev() ? lower(severity) : severity);
    context.report(Ways.traced(problem, graph, way, context.project()));
  }

  static String named(List<Advisory> weaknesses) {
    Advisory first = weaknesses.get(0);
    String summary = first.summary().isEmpty() ? "" : ": " + first.summary();
    if (weaknesses.size() == 1) {
      return "a known vulnerability, " + first.id() + summary;
    }
    String others =
        weaknesses.stream()
            .skip(1)
            .limit(MOST_NAMED)
            .map(Advisory::id)
            .collect(Collectors.joining(", "));
    String more = weaknesses.size() > MOST_NAMED + 1 ? " and more" : "";
    return "%d known vulnerabilities, %s%s, and %s%s"
        .formatted(weaknesses.size(), first.id(), summary, others, more);
  }

  /** What rids the project of it, as far as the lock file tells. */
  private static String remedy(
      LockedPackage affected,
      List<LockedDependency> way,
      Advisories known,
      DependencyGraph graph,
      RuleContext context) {
    String free = known.nextUnaffected(affected.name(), affected.version()).orElse("");
    if (free.isEmpty()) {
      return "no version without it is known";
    }
    if (way.isEmpty()) {
      return "version " + free + " is free of it";
    }
    LockedDependency last = way.get(way.size() - 1);
    String range = Ways.range(last, graph, context.project());
    if (isWithin(free, range)) {
      return "version %s is free of it and within what is asked for ('%s'): update the lock file"
          .formatted(free, range);
    }
    if (way.size() == 1) {
      return "version %s is free of it: ask for that%s"
          .formatted(free, range.isEmpty() ? "" : " instead of '" + range + "'");
    }
    return "version %s is free of it, but '%s' asks for %s: %s%s"
        .formatted(
            free,
            last.from(),
            range.isEmpty() ? "the older one" : "'" + range + "'",
            upgrade(known.smallestUpgrade(way), way, graph, context),
            others(affected, way, graph));
  }

  /** Which upgrade of what the project itself asks for does. */
  private static String upgrade(
      Upgrade upgrade, List<LockedDependency> way, DependencyGraph graph, RuleContext context) {
    LockedDependency first = way.get(0);
    if (!upgrade.isKnown()) {
      return "upgrade '%s' (to which version only a registry tells), or override the version"
          .formatted(first.name());
    }
    if (upgrade.version().isEmpty()) {
      return "no published version of '%s' does without it, so override the version"
          .formatted(first.name());
    }
    String version = upgrade.version().get();
    String range = Ways.range(first, graph, context.project());
    return isWithin(version, range)
        ? "'%s' %s does without it and is within what is asked for ('%s'): update the lock file"
            .formatted(first.name(), version, range)
        : "upgrade '%s' to %s".formatted(first.name(), version);
  }

  /** What else the project asks for that brings the package. */
  private static String others(
      LockedPackage affected, List<LockedDependency> way, DependencyGraph graph) {
    Set<String> names = Ways.direct(affected, graph);
    names.remove(way.get(0).name());
    if (names.isEmpty()) {
      return "";
    }
    String named =
        names.stream()
            .limit(MOST_NAMED)
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    String more = names.size() > MOST_NAMED ? " and more" : "";
    return "; it comes with " + named + more + " as well";
  }

  /** Whether a version lies within what is asked for. */
  private static boolean isWithin(String version, String range) {
    String plain = range.startsWith("npm:") ? range.substring(range.lastIndexOf('@') + 1) : range;
    return VersionRange.parse(plain, EnumSet.of(RangeOption.LOOSE))
        .filter(parsed -> parsed.contains(version))
        .isPresent();
  }

  private static Severity lower(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Severity.HIGH;
      case HIGH -> Severity.MEDIUM;
      case MEDIUM -> Severity.LOW;
      case LOW, INFO -> Severity.INFO;
    };
  }
}
