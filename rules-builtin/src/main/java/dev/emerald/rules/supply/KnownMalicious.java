package dev.emerald.rules.supply;

import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;

/** Packages that were made to do harm. */
@RuleInfo(
    id = "supply-known-malicious",
    title = "A dependency is known to be malicious",
    severity = Severity.CRITICAL,
    confidence = Confidence.HIGH,
    cwe = 506,
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "The package was made to do harm, or was taken over by somebody who means it: it runs when"
            + " it is installed, on the machines of developers and of the pipeline, and takes what"
            + " it finds there. Without advisories (--advisories, --online) nothing is looked"
            + " for.",
    remedy =
        "Remove the package, and take every secret that was on a machine which installed it for"
            + " known to others.",
    bad =
        @Example(
            file = "package-lock.json",
            value =
                """
                {
                  "name": "a",
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "a", "dependencies": { "example-stealer": "^1.0.0" } },
                    "node_modules/example-stealer": { "version": "1.0.1" }
                  }
                }
                """,
            note = "With a report on example-stealer at hand:"),
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
public final class KnownMalicious implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(DependencyGraph.class, this::check);
  }

  private void check(DependencyGraph graph, RuleContext context) {
    Advisories known = context.project().advisories().orElse(null);
    if (known == null) {
      return;
    }
    for (LockedPackage each : Ways.versions(graph)) {
      if (each.origin() == PackageOrigin.FOLDER) {
        continue;
      }
      for (Advisory report : known.affecting(each.name(), each.version())) {
        if (report.isMalicious()) {
          Problem problem =
              Problem.at(
                  each.location(),
                  "'%s' %s is malicious, says %s"
                      .formatted(each.name(), each.version(), report.id()));
          context.report(Ways.traced(problem, graph, graph.pathTo(each), context.project()));
        }
      }
    }
  }
}
