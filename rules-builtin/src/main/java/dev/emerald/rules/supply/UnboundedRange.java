package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Set;

/** Dependencies that may become anything. */
@RuleInfo(
    id = "supply-dep-wildcard",
    title = "A dependency without an upper bound",
    severity = Severity.MEDIUM,
    cwe = 1357,
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "The range allows every later version, a breaking one and one that a thief of the account"
            + " published among them. Without a lock file the next install takes it.",
    remedy = "Name a version: ^1.2.3.",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "dependencies": { "left": "*", "right": ">=1.0.0" } }
                """),
    good =
        @Example(
            file = "package.json",
            value =
                """
                {
                  "name": "a",
                  "dependencies": { "left": "^1.2.0", "near": "workspace:*", "far": ">=1 <3" },
                  "peerDependencies": { "host": "*" }
                }
                """))
public final class UnboundedRange implements Rule {

  private static final Set<String> ANYTHING = Set.of("", "*", "x", "X", "latest", "next", "beta");

  @Override
  public void register(Hooks on) {
    on.manifest(PackageJson.class, this::check);
  }

  private void check(PackageJson manifest, RuleContext context) {
    for (Dependency dependency : manifest.dependencies()) {
      if (dependency.kind() != DependencyKind.PEER && unbounded(dependency.range().strip())) {
        context.report(
            dependency.rangeLocation(), "'" + dependency.name() + "' may become any later version");
      }
    }
  }

  private static boolean unbounded(String range) {
    return ANYTHING.contains(range)
        || range.startsWith(">")
            && range.indexOf('<') < 0
            && range.indexOf('|') < 0
            && range.indexOf(" - ") < 0;
  }
}
