package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;

/** Settings that do away with the lock file. */
@RuleInfo(
    id = "supply-lock-ignored",
    title = "The lock file is switched off",
    severity = Severity.HIGH,
    cwe = 1357,
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "The package manager neither reads nor writes a lock file: each install takes the newest"
            + " versions that the ranges allow, whoever has published them.",
    remedy = "Remove the setting, and commit the lock file.",
    bad = {
      @Example(
          file = ".npmrc",
          value =
              """
              package-lock=false
              """),
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "scripts": { "setup": "yarn install --no-lockfile" } }
              """)
    },
    good = {
      @Example(
          file = ".npmrc",
          value =
              """
              ; package-lock=false
              package-lock=true
              """),
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "scripts": { "setup": "yarn install --frozen-lockfile" } }
              """)
    })
public final class LockIgnored implements Rule {

  /** The settings of a package manager that do away with the lock file when they are false. */
  static final List<String> KEYS = List.of("package-lock", "shrinkwrap", "lockfile");

  private static final List<String> OPTIONS =
      List.of(
          "--no-lockfile",
          "--no-package-lock",
          "--package-lock=false",
          "--no-shrinkwrap",
          "--no-save-lockfile");

  @Override
  public void register(Hooks on) {
    on.manifest(NpmConfig.class, this::checkConfig);
    on.manifest(PackageJson.class, this::checkScripts);
  }

  private void checkConfig(NpmConfig config, RuleContext context) {
    if (isOfOtherManager(config, context.project())) {
      return;
    }
    for (String key : KEYS) {
      if (config.isFalse(key)) {
        config
            .entry(key)
            .map(ConfigEntry::location)
            .ifPresent(
                at ->
                    context.report(
                        judged(
                            Problem.at(at, "'" + key + "=false' does away with the lock file"),
                            config,
                            context)));
      }
    }
  }

  /** Whether another manager locks the versions: npm is only kept from writing a second file. */
  private static boolean isOfOtherManager(NpmConfig config, Project project) {
    return project.manifests(DependencyGraph.class).stream()
        .anyMatch(
            graph ->
                Folders.isIn(graph.directory(), Folders.of(config))
                    && !graph.path().endsWith("package-lock.json")
                    && !graph.path().endsWith("npm-shrinkwrap.json")
                    && !config.isFalse("lockfile"));
  }

  /** Whoever installs a library never sees its lock file: there it only keeps the tests alike. */
  private static Problem judged(Problem problem, NpmConfig config, RuleContext context) {
    return Folders.isLibrary(Folders.of(config), context.project())
        ? problem.withSeverity(Severity.LOW)
        : problem;
  }

  private void checkScripts(PackageJson manifest, RuleContext context) {
    for (NamedText script : manifest.scripts()) {
      for (String word : script.text().split("\\s+", -1)) {
        if (OPTIONS.contains(word)) {
          context.report(
              script.textLocation(),
              "The script '" + script.name() + "' installs without the lock file (" + word + ")");
        }
      }
    }
  }
}
