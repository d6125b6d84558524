package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Set;

/** Dependencies that nothing holds in place. */
@RuleInfo(
    id = "supply-lock-missing",
    title = "Dependencies without a lock file",
    severity = Severity.HIGH,
    cwe = {1357, 829},
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "Each install takes the newest versions that the ranges allow, down to the last dependency"
            + " of a dependency: nobody has looked at them, no two machines run the same, and a"
            + " version that a thief of an account has published is taken within minutes.",
    remedy =
        "Commit the lock file that the package manager writes, and install from it alone in the"
            + " pipeline (npm ci).",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "private": true, "dependencies": { "left": "^1.2.0" } }
                """),
    good = {
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "private": true, "dependencies": { "near": "file:../near" } }
              """),
      @Example(
          file = "yarn.lock",
          packageJson =
              """
              { "name": "a", "private": true, "dependencies": { "left": "^1.2.0" } }
              """,
          value =
              """
              left@^1.2.0:
                version "1.2.3"
              """)
    })
public final class LockMissing implements Rule {

  @Override
  public void register(Hooks on) {
    on.text(LockMissing::text);
    on.manifest(PackageJson.class, (manifest, context) -> context.keep(new Candidate(manifest)));
    on.project((project, context) -> check(context));
  }

  private static final Set<String> NAMES =
      Set.of(
          "package-lock.json",
          "npm-shrinkwrap.json",
          "yarn.lock",
          "pnpm-lock.yaml",
          "bun.lock",
          "bun.lockb");

  /** A lock file that is there, be it too long or too broken to be read. */
  private record Lock(String folder) {}

  /** A package.json that belongs to no test. */
  private record Candidate(PackageJson manifest) {}

  private static void text(TextFile file, RuleContext context) {
    if (NAMES.contains(file.name())) {
      String path = file.path();
      int slash = path.lastIndexOf('/');
      context.keep(new Lock(slash < 0 ? "" : path.substring(0, slash)));
    }
  }

  private static void check(RuleContext context) {
    for (Candidate each : context.kept(Candidate.class)) {
      check(each.manifest(), context);
    }
  }

  private static void check(PackageJson manifest, RuleContext context) {
    Dependency first = null;
    for (Dependency dependency : manifest.dependencies()) {
      if (first == null
          && dependency.kind() != DependencyKind.PEER
          && !isLocal(dependency.range())) {
        first = dependency;
      }
    }
    String folder = Folders.of(manifest);
    if (first == null
        || isLocked(folder, context.project())
        || context.kept(Lock.class).stream().anyMatch(lock -> Folders.isIn(lock.folder(), folder))
        || isSwitchedOff(folder, context.project())) {
      return;
    }
    boolean library = Folders.isLibrary(folder, context.project());
    Problem problem =
        Problem.at(
            first.nameLocation(),
            library
                ? "No lock file says which versions are developed and tested with"
                : "No lock file says which versions of '%s' and the others are installed"
                    .formatted(first.name()));
    context.report(library ? problem.withSeverity(Severity.LOW) : problem);
  }

  private static boolean isLocal(String range) {
    return range.startsWith("file:")
        || range.startsWith("link:")
        || range.startsWith("workspace:")
        || range.startsWith("portal:");
  }

  /** Whether a lock file is there or further out, or the root of the workspaces is to have it. */
  private static boolean isLocked(String folder, Project project) {
    for (DependencyGraph graph : project.manifests(DependencyGraph.class)) {
      if (Folders.isIn(graph.directory(), folder)) {
        return true;
      }
    }
    for (ProjectPackage each : project.packages()) {
      boolean root =
          each.manifest().filter(outer -> !outer.workspaces().isEmpty()).isPresent()
              && !each.directory().equals(folder);
      if (root && Folders.isIn(each.directory(), folder)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the configuration does away with the lock file, which supply-lock-ignored tells. */
  private static boolean isSwitchedOff(String folder, Project project) {
    return project.manifests(NpmConfig.class).stream()
        .anyMatch(
            config ->
                Folders.of(config).equals(folder)
                    && LockIgnored.KEYS.stream().anyMatch(config::isFalse));
  }
}
