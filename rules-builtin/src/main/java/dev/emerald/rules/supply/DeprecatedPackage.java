package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Map;

/** Packages that nobody looks after any more. */
@RuleInfo(
    id = "supply-deprecated-package",
    title = "A dependency is given up by its authors",
    severity = Severity.MEDIUM,
    cwe = {477, 1104},
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "The next weakness that somebody finds in it will not be mended. Those named here had"
            + " weaknesses, or stand where input from outside arrives.",
    remedy = "Move to the package that has taken its place.",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "dependencies": { "request": "^2.88.2" } }
                """),
    good =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "dependencies": { "undici": "^6.0.0", "uuid": "^9.0.0" } }
                """))
public final class DeprecatedPackage implements Rule {

  private static final String NOTHING = "";

  /** What is given up, and what has taken its place. */
  private static final Map<String, String> GIVEN_UP =
      Map.ofEntries(
          Map.entry("request", "fetch, undici or got"),
          Map.entry("request-promise", "fetch, undici or got"),
          Map.entry("request-promise-native", "fetch, undici or got"),
          Map.entry("node-uuid", "uuid"),
          Map.entry("jade", "pug"),
          Map.entry("csurf", "csrf-csrf"),
          Map.entry("vm2", "isolated-vm"),
          Map.entry("node-serialize", "JSON"),
          Map.entry("bcrypt-nodejs", "bcrypt or bcryptjs"),
          Map.entry("passport-azure-ad", "@azure/msal-node"),
          Map.entry("tslint", "typescript-eslint"),
          Map.entry("istanbul", "nyc or c8"),
          Map.entry("har-validator", "ajv"),
          Map.entry("querystring", "URLSearchParams"),
          Map.entry("phantomjs", "puppeteer or playwright"),
          Map.entry("phantomjs-prebuilt", "puppeteer or playwright"),
          Map.entry("nsp", "npm audit"),
          Map.entry("hawk", NOTHING));

  @Override
  public void register(Hooks on) {
    on.manifest(PackageJson.class, this::checkNames);
    on.manifest(DependencyGraph.class, this::checkLock);
  }

  private void checkNames(PackageJson manifest, RuleContext context) {
    for (Dependency dependency : manifest.dependencies()) {
      String instead = GIVEN_UP.get(dependency.name());
      if (instead != null && !dependency.range().startsWith("npm:")) {
        Problem problem =
            Problem.at(
                dependency.nameLocation(),
                "'"
                    + dependency.name()
                    + "' is given up"
                    + (instead.isEmpty() ? "" : "; use " + instead));
        // What only developers run never meets data from outside.
        boolean development = dependency.kind() == DependencyKind.DEVELOPMENT;
        context.report(development ? problem.withSeverity(Severity.LOW) : problem);
      }
    }
  }

  /**
   * What the authors say themselves, as far as the lock file has it, of what is asked for directly.
   */
  private void checkLock(DependencyGraph graph, RuleContext context) {
    for (LockedPackage project : graph.projects()) {
      for (LockedDependency asked : project.dependencies()) {
        LockedPackage chosen = asked.target().orElse(null);
        if (chosen == null || GIVEN_UP.containsKey(chosen.name())) {
          continue;
        }
        String message = chosen.deprecated().orElse("").strip();
        if (!message.isEmpty()) {
          context.report(
              Problem.at(
                      chosen.location(),
                      "'%s' is deprecated, its authors say: %s"
                          .formatted(chosen, shortened(message)))
                  .withSeverity(Severity.LOW));
        }
      }
    }
  }

  private static String shortened(String message) {
    String line = message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    String cut = line.length() <= 160 ? line : line.substring(0, 160) + "…";
    return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
  }
}
