package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.NamedText;
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
import java.util.Set;

/** Repositories in which nobody looks for vulnerable dependencies. */
@RuleInfo(
    id = "ci-no-vuln-scan",
    title = "Nothing looks for vulnerable dependencies",
    severity = Severity.MEDIUM,
    cwe = {1395, 1104},
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_1,
    why =
        "A dependency becomes vulnerable by what is published about it, not by a change: only"
            + " something that looks again and again finds out.",
    remedy =
        "Run npm audit in the pipeline, and let Dependabot or Renovate propose updates. Alerts that"
            + " are set up on the hosting site leave no file.",
    bad =
        @Example(
            file = ".github/workflows/test.yml",
            packageJson = "{ \"name\": \"a\", \"dependencies\": { \"express\": \"^5.0.0\" } }",
            value =
                """
                on: pull_request
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm ci && npm test
                """),
    good =
        @Example(
            file = ".github/workflows/test.yml",
            packageJson = "{ \"name\": \"a\", \"dependencies\": { \"express\": \"^5.0.0\" } }",
            value =
                """
                on: pull_request
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm ci
                      - run: npm audit --omit=dev
                """))
public final class NoScanner implements Rule {

  private static final Set<String> RENOVATE =
      Set.of(
          "renovate.json",
          "renovate.json5",
          ".renovaterc",
          ".renovaterc.json",
          ".renovaterc.json5",
          ".github/renovate.json",
          ".github/renovate.json5",
          ".gitlab/renovate.json",
          ".gitlab/renovate.json5");

  /** A robot that proposes updates, and where it is set up. */
  private record Robot(String name, Location location) {}

  @Override
  public void register(Hooks on) {
    Seen.markRepository(on);
    on.text(NoScanner::checkText).project(NoScanner::check);
  }

  private static void checkText(TextFile file, RuleContext context) {
    String path = file.path();
    String text = file.source().text();
    boolean dependabot =
        path.equals(".github/dependabot.yml") || path.equals(".github/dependabot.yaml");
    int npm = dependabot ? ecosystem(text) : -1;
    if (npm >= 0) {
      context.keep(new Robot("Dependabot", file.source().location(npm, npm + 3)));
    } else if (RENOVATE.contains(path) && !text.isBlank()) {
      context.keep(new Robot("Renovate", file.source().location(0, 1)));
    } else if (path.equals(".snyk")) {
      context.keep(new Robot("Snyk", file.source().location(0, 1)));
    }
  }

  /** Where npm stands as an ecosystem, outside comments; -1 if it does not. */
  private static int ecosystem(String text) {
    int key = text.indexOf("package-ecosystem");
    while (key >= 0) {
      int lineStart = text.lastIndexOf('\n', key) + 1;
      int lineEnd = text.indexOf('\n', key);
      lineEnd = lineEnd < 0 ? text.length() : lineEnd;
      String line = text.substring(lineStart, lineEnd);
      int npm = line.indexOf("npm", key - lineStart);
      npm = npm < 0 ? line.indexOf("bun", key - lineStart) : npm;
      if (npm >= 0 && !line.stripLeading().startsWith("#")) {
        return lineStart + npm;
      }
      key = text.indexOf("package-ecosystem", lineEnd);
    }
    return -1;
  }

  private static void check(Project project, RuleContext context) {
    List<Robot> robots = context.kept(Robot.class);
    for (Robot robot : robots) {
      context.satisfied(
          RoadmapItem.CI_1, robot.location(), robot.name() + " looks after the dependencies");
    }
    boolean scanned = !robots.isEmpty();
    for (Seen each : Seen.in(project)) {
      if (each.purpose() == Purpose.AUDIT) {
        scanned = true;
        if (!each.ignored()) {
          context.satisfied(
              RoadmapItem.CI_1, each.location(), "In the pipeline " + each.purpose().what());
        }
      }
    }
    scanned |= renovateInManifest(project, context);
    Optional<Location> at = Seen.repository(context);
    boolean elsewhere = !Seen.elsewhere(project).isEmpty();
    if (!scanned && !elsewhere && at.isPresent() && hasDependencies(project)) {
      context.report(at.get(), "No pipeline and no robot looks for vulnerable dependencies");
    }
  }

  private static boolean renovateInManifest(Project project, RuleContext context) {
    for (PackageJson manifest : project.manifests(PackageJson.class)) {
      if (manifest.json().member("renovate").isPresent()) {
        context.satisfied(
            RoadmapItem.CI_1,
            manifest.location(manifest.json().member("renovate").orElseThrow()),
            "Renovate looks after the dependencies");
        return true;
      }
    }
    return false;
  }

  private static boolean hasDependencies(Project project) {
    for (PackageJson manifest : project.manifests(PackageJson.class)) {
      if (!manifest.dependencies().isEmpty()) {
        return true;
      }
      for (NamedText script : manifest.scripts()) {
        if (script.name().equals("install")) {
          return true;
        }
      }
    }
    return false;
  }
}
