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
import java.util.List;
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

  /** Of those the words that a registry gives a meaning; no package of the project answers them. */
  private static final Set<String> TAGS = Set.of("latest", "next", "beta");

  @Override
  public void register(Hooks on) {
    on.manifest(PackageJson.class, this::check);
  }

  private void check(PackageJson manifest, RuleContext context) {
    for (Dependency dependency : manifest.dependencies()) {
      String range = dependency.range().strip();
      if (dependency.kind() != DependencyKind.PEER
          && unbounded(range)
          && (TAGS.contains(range) || !isWorkspace(dependency.name(), manifest, context))) {
        context.report(
            dependency.rangeLocation(), "'" + dependency.name() + "' may become any later version");
      }
    }
  }

  /** Whether a name is that of another workspace of the project: then its folder is linked. */
  private static boolean isWorkspace(String name, PackageJson asking, RuleContext context) {
    List<PackageJson> all = context.project().manifests(PackageJson.class);
    for (PackageJson other : all) {
      if (other != asking && other.name().filter(name::equals).isPresent()) {
        for (PackageJson root : all) {
          if (!root.workspaces().isEmpty()
              && Folders.isIn(Folders.of(root), Folders.of(asking))
              && Folders.isIn(Folders.of(root), Folders.of(other))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean unbounded(String range) {
    return ANYTHING.contains(range)
        || range.startsWith(">")
            && range.indexOf('<') < 0
            && range.indexOf('|') < 0
            && range.indexOf(" - ") < 0;
  }
}
