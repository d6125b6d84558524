package dev.emerald.rules.health;

import dev.emerald.rules.traits.Checkout;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;
import java.util.Set;

/** Projects that nothing introduces. */
@RuleInfo(
    id = "health-no-comments",
    title = "Nothing says what the project is",
    severity = Severity.INFO,
    cwe = 1059,
    roadmap = RoadmapItem.DEV_6,
    why =
        "Who takes the project over does not know what it is for, how it is started and what it"
            + " must not be given; they find out by trying.",
    remedy = "Write a README: what it does, how it is run and configured, whom to tell of a flaw.",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
                """),
    good =
        @Example(
            file = "README.md",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
                """,
            value =
                """
                # Shop

                Start it with `npm start`.
                """),
    audience = RuleInfo.Audience.EVERYTHING,
    weight = RuleInfo.Weight.DECIDES)
public final class NoReadme implements Rule {

  /** Where hosting sites look for it. */
  private static final Set<String> FOLDERS = Set.of("", ".github", "docs");

  @Override
  public void register(Hooks on) {
    Checkout.look(on);
    on.text(NoReadme::text);
    on.project(NoReadme::check);
  }

  /** A text that introduces what lies in its folder. */
  private record Readme(String folder) {}

  private static void text(TextFile file, RuleContext context) {
    if (file.name().toLowerCase(Locale.ROOT).startsWith("readme")
        && !file.source().text().isBlank()) {
      int slash = file.path().lastIndexOf('/');
      context.keep(new Readme(slash < 0 ? "" : file.path().substring(0, slash)));
    }
  }

  private static void check(Project project, RuleContext context) {
    ProjectPackage root = project.packages().get(0);
    PackageJson manifest = root.manifest().orElse(null);
    boolean introduced =
        context.kept(Readme.class).stream()
            .map(Readme::folder)
            .anyMatch(folder -> FOLDERS.contains(folder) || folder.equals(root.directory()));
    if (manifest != null && !introduced && Checkout.seen(project, context)) {
      context.report(manifest.source().location(0, 1), "There is no README");
    }
  }
}
