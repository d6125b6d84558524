package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Packages whose content the lock file does not pin. */
@RuleInfo(
    id = "supply-lock-integrity-missing",
    title = "The lock file has no hash of a package",
    severity = Severity.MEDIUM,
    confidence = Confidence.HIGH,
    cwe = {353, 494},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "The hash is what makes sure that the very content is installed that was there when"
            + " somebody looked at it. Without one whatever the registry, a mirror or somebody on"
            + " the way answers is taken; SHA-1 can be forged.",
    remedy =
        "Delete the entries and install again with a current package manager, which writes SHA-512"
            + " hashes.",
    bad =
        @Example(
            file = "package-lock.json",
            value =
                """
                {
                  "name": "a",
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "a", "dependencies": { "left": "^1.0.0" } },
                    "node_modules/left": {
                      "version": "1.4.0",
                      "resolved": "https://registry.example/left/-/left-1.4.0.tgz"
                    }
                  }
                }
                """),
    good =
        @Example(
            file = "package-lock.json",
            value =
                """
                {
                  "name": "a",
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "a", "dependencies": { "left": "^1.0.0", "near": "file:near" } },
                    "node_modules/left": { "version": "1.4.0", "integrity": "sha512-bGVmdA==" },
                    "node_modules/left/node_modules/inner": { "version": "1.0.0", "inBundle": true },
                    "node_modules/near": { "resolved": "near", "link": true },
                    "near": { "version": "1.0.0" }
                  }
                }
                """))
public final class LockIntegrity implements Rule {

  /** What Yarn 1 wrote before it knew hashes of another kind. */
  private static final Pattern SHA1_IN_ADDRESS = Pattern.compile(".*#[0-9a-f]{40}");

  @Override
  public void register(Hooks on) {
    on.manifest(DependencyGraph.class, this::check);
  }

  private void check(DependencyGraph graph, RuleContext context) {
    if (graph.format() == LockFormat.YARN_BERRY) {
      return;
    }
    List<LockedPackage> without = new ArrayList<>();
    List<LockedPackage> weak = new ArrayList<>();
    int all = 0;
    for (LockedPackage each : graph.packages()) {
      if (each.origin() != PackageOrigin.REGISTRY || each.isBundled()) {
        continue;
      }
      all++;
      String hash = each.integrity().orElse("");
      boolean sha1 =
          hash.isEmpty()
              ? SHA1_IN_ADDRESS.matcher(each.resolved().orElse("")).matches()
              : hash.startsWith("sha1-") && hash.indexOf(' ') < 0;
      if (sha1) {
        weak.add(each);
      } else if (hash.isEmpty()) {
        without.add(each);
      }
    }
    report(without, all, "no hash of", Severity.MEDIUM, context);
    report(weak, all, "no more than a SHA-1 hash of", Severity.LOW, context);
  }

  private static void report(
      List<LockedPackage> packages, int all, String what, Severity severity, RuleContext context) {
    if (packages.isEmpty()) {
      return;
    }
    LockedPackage first = packages.get(0);
    int more = packages.size() - 1;
    String others =
        more == 0
            ? ""
            : " and %,d other%s of %,d packages".formatted(more, more == 1 ? "" : "s", all);
    context.report(
        Problem.at(first.location(), "The lock file has " + what + " '" + first + "'" + others)
            .withSeverity(severity));
  }
}
