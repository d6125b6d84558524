package dev.emerald.rules.arch;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.NamedText;
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

/** A long script stands in package.json. */
@RuleInfo(
    id = "arch-long-npm-script",
    title = "A long script stands in package.json",
    severity = Severity.LOW,
    cwe = {1120},
    roadmap = {RoadmapItem.ARCH_5},
    why =
        "A program in one line of JSON can not be commented, tested or checked by a "
            + "linter, and it breaks on another shell.",
    remedy = "Move it to a file in a scripts folder, and call that.",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "scripts": { "build": "rm -rf out && tsc -p . && cp -r assets out && node tools/stamp.js && du -sh out" } }
                """),
    good =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "scripts": { "build": "node scripts/build.js", "test": "jest && tsc --noEmit" } }
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class LongScript implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(PackageJson.class, this::check);
    on.project(this::count);
  }

  private static final int LONGEST = 120;

  private static final int MOST_COMMANDS = 3;

  /** How many of the other scripts are shown beside the first. */
  private static final int SHOWN = 8;

  private void check(PackageJson manifest, RuleContext context) {
    Problem problem = null;
    int shown = 0;
    for (NamedText script : manifest.scripts()) {
      String trouble = trouble(script.text());
      if (trouble.isEmpty()) {
        continue;
      }
      String words = "The script '%s' has %s in one line".formatted(script.name(), trouble);
      if (problem == null) {
        problem = Problem.at(script.nameLocation(), words);
      } else if (shown++ < SHOWN) {
        problem = problem.withStep(script.nameLocation(), words);
      }
    }
    if (problem != null) {
      context.report(problem);
    }
  }

  private static String trouble(String text) {
    int commands = 1;
    for (int i = 0; i + 1 < text.length(); i++) {
      String two = text.substring(i, i + 2);
      if (two.equals("&&") || two.equals("||")) {
        commands++;
        i++;
      } else if (text.charAt(i) == ';') {
        commands++;
      }
    }
    if (text.length() > LONGEST) {
      return text.length() + " characters";
    }
    if (commands > MOST_COMMANDS) {
      return commands + " commands";
    }
    boolean substitutes = text.contains("$(") || text.contains("`") || text.startsWith("(");
    return substitutes ? "the logic of a shell" : "";
  }

  /** The count shows that it was looked at. */
  private void count(Project project, RuleContext context) {
    for (ProjectPackage each : project.packages()) {
      PackageJson manifest = each.manifest().orElse(null);
      if (manifest == null || manifest.scripts().isEmpty()) {
        context.notApplicable(RoadmapItem.ARCH_5, each, "no scripts");
        continue;
      }
      int longest =
          manifest.scripts().stream().mapToInt(one -> one.text().length()).max().orElse(0);
      int scripts = manifest.scripts().size();
      context.satisfied(
          RoadmapItem.ARCH_5,
          manifest.scripts().get(0).nameLocation(),
          scripts
              + (scripts == 1 ? " script" : " scripts")
              + ", the longest with "
              + longest
              + " characters");
    }
  }
}
