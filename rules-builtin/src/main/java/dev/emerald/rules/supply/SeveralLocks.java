package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.Set;

/** Lock files that speak against each other. */
@RuleInfo(
    id = "supply-lock-multiple",
    title = "Lock files of several package managers",
    severity = Severity.LOW,
    cwe = 1357,
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "Each package manager keeps its own: one of them is out of date, and who installs from that"
            + " one gets other versions than those that were tested and scanned.",
    remedy = "Delete all but one, and name the package manager in the packageManager field.",
    bad =
        @Example(
            file = "yarn.lock",
            packageJson =
                """
                {
                  "name": "a", "private": true, "packageManager": "pnpm@9.1.0",
                  "dependencies": { "left": "^1.2.0" }
                }
                """,
            value =
                """
                left@^1.2.0:
                  version "1.2.3"
                """),
    good =
        @Example(
            file = "yarn.lock",
            packageJson =
                """
                {
                  "name": "a", "private": true, "packageManager": "yarn@1.22.22",
                  "dependencies": { "left": "^1.2.0" }
                }
                """,
            value =
                """
                left@^1.2.0:
                  version "1.2.3"
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class SeveralLocks implements Rule {

  private static final Set<String> MANAGERS = Set.of("npm", "yarn", "pnpm", "bun");

  @Override
  public void register(Hooks on) {
    on.project(SeveralLocks::check);
  }

  private static void check(Project project, RuleContext context) {
    for (ProjectPackage each : project.packages()) {
      DependencyGraph first = null;
      DependencyGraph other = null;
      for (DependencyGraph lock : project.manifests(DependencyGraph.class)) {
        if (lock.directory().equals(each.directory())) {
          if (first == null) {
            first = lock;
          } else if (!command(lock).equals(command(first))) {
            other = lock;
          }
        }
      }
      if (first != null && other != null) {
        context.report(
            Problem.at(
                    start(other),
                    "%s and %s keep a lock file each here"
                        .formatted(command(first), command(other)))
                .withStep(start(first), "the other one"));
      } else if (first != null) {
        checkManager(first, each, context);
      }
    }
  }

  /** Whether the lock file is that of the package manager which the project names. */
  private static void checkManager(DependencyGraph lock, ProjectPackage of, RuleContext context) {
    PackageJson manifest = of.manifest().orElse(null);
    JsonValue named =
        manifest == null ? null : manifest.json().member("packageManager").orElse(null);
    String manager = named == null ? "" : named.asString().orElse("");
    int at = manager.indexOf('@');
    if (manifest != null
        && named != null
        && at > 0
        && MANAGERS.contains(manager.substring(0, at))
        && !manager.substring(0, at).equals(command(lock))) {
      context.report(
          manifest.source().location(named.span()),
          "The project names %s, and keeps the lock file of %s"
              .formatted(manager.substring(0, at), command(lock)));
    }
  }

  private static String command(DependencyGraph lock) {
    return lock.format().command();
  }

  private static Location start(DependencyGraph lock) {
    return lock.source().location(0, Math.min(1, lock.source().length()));
  }
}
