package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Optional;

/** Repositories whose code nobody searches for flaws. */
@RuleInfo(
    id = "ci-no-security-linter",
    title = "No security linter looks at the code",
    severity = Severity.MEDIUM,
    cwe = 1120,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.CI_2,
    why =
        "A common linter knows style and mistakes; injection, unsafe expressions and hard-coded"
            + " secrets pass it by.",
    remedy =
        "Run an analysis such as CodeQL or Semgrep in the pipeline, or add a plugin such as"
            + " eslint-plugin-security to the linter. Checks set up on the hosting site leave no"
            + " file.",
    bad =
        @Example(
            file = ".github/workflows/test.yml",
            packageJson = "{ \"name\": \"a\" }",
            value =
                """
                on: pull_request
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npx eslint .
                """),
    good =
        @Example(
            file = ".github/workflows/test.yml",
            packageJson = "{ \"name\": \"a\" }",
            value =
                """
                on: pull_request
                jobs:
                  analyse:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: github/codeql-action/init@v3
                      - uses: github/codeql-action/analyze@v3
                """))
public final class NoSecurityLinter implements Rule {

  private static final String[] PLUGINS = {
    "eslint-plugin-security",
    "eslint-plugin-sonarjs",
    "eslint-plugin-no-unsanitized",
    "eslint-plugin-no-secrets",
    "@microsoft/eslint-plugin-sdl",
    "eslint-plugin-security-node",
    "eslint-plugin-xss",
    "eslint-plugin-scanjs-rules"
  };

  /** A file that tells a linter or an analysis of security. */
  private record Setup(String what, Location location) {}

  @Override
  public void register(Hooks on) {
    Seen.markRepository(on);
    on.text(NoSecurityLinter::checkText).project(NoSecurityLinter::check);
  }

  private static void checkText(TextFile file, RuleContext context) {
    String name = file.name();
    boolean eslint = name.startsWith(".eslintrc") || name.startsWith("eslint.config.");
    if (eslint) {
      String plugin = plugin(file.source().text());
      int at = plugin.isEmpty() ? -1 : file.source().text().indexOf(plugin);
      if (at >= 0) {
        Location location = file.source().location(at, at + plugin.length());
        context.keep(new Setup("The linter is set up with rules on security", location));
      }
    } else if (name.equals("sonar-project.properties") || name.equals(".sonarcloud.properties")) {
      context.keep(new Setup("Sonar is set up for the code", file.source().location(0, 1)));
    } else if (name.equals(".semgrep.yml") || file.path().startsWith(".semgrep/")) {
      context.keep(new Setup("Semgrep is set up for the code", file.source().location(0, 1)));
    }
  }

  private static String plugin(String text) {
    for (String plugin : PLUGINS) {
      if (text.contains(plugin)) {
        return plugin;
      }
    }
    for (String written :
        new String[] {"plugin:security/", "plugin:sonarjs/", "'security'", "\"security\""}) {
      if (text.contains(written)) {
        return written;
      }
    }
    return "";
  }

  private static void check(Project project, RuleContext context) {
    List<Setup> setups = context.kept(Setup.class);
    List<Seen> seen = Seen.in(project);
    boolean analysed = false;
    for (Seen each : seen) {
      if (each.purpose() == Purpose.ANALYSIS) {
        analysed = true;
        context.satisfied(
            RoadmapItem.CI_2, each.location(), "In the pipeline " + each.purpose().what());
      }
    }
    boolean linted = Seen.any(seen, Purpose.LINT) || lintsWithTests(project);
    for (Setup setup : setups) {
      boolean runs = !setup.what().startsWith("The linter") || linted;
      if (runs) {
        analysed = true;
        context.satisfied(RoadmapItem.CI_2, setup.location(), setup.what());
      }
    }
    Optional<Location> at = Seen.repository(context);
    if (!analysed && Seen.elsewhere(project).isEmpty() && at.isPresent()) {
      context.report(at.get(), message(project, setups));
    }
  }

  private static String message(Project project, List<Setup> setups) {
    if (!setups.isEmpty()) {
      return "Rules on security are set up, and nothing runs the linter";
    }
    for (PackageJson manifest : project.manifests(PackageJson.class)) {
      for (Dependency dependency : manifest.dependencies()) {
        for (String plugin : PLUGINS) {
          if (dependency.name().equals(plugin)) {
            return "'" + plugin + "' is installed and no configuration uses it";
          }
        }
      }
    }
    return "No linter and no analysis with rules on security is set up";
  }

  private static boolean lintsWithTests(Project project) {
    Checks checks = new Checks(project);
    for (String script :
        new String[] {"test", "pretest", "posttest", "precommit", "prepublishOnly"}) {
      if (checks.ofScript(script).contains(Purpose.LINT)) {
        return true;
      }
    }
    return false;
  }
}
