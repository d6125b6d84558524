package dev.emerald.rules.pipeline;

import dev.emerald.rules.traits.Checkout;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.rule.RuleInfo.Weight;
import dev.emerald.spi.source.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Code whose style nobody and nothing watches over. */
@RuleInfo(
    id = "health-no-linter",
    title = "No linter is set up, or nothing runs it",
    severity = Severity.LOW,
    weight = Weight.DECIDES,
    cwe = 1120,
    roadmap = RoadmapItem.DEV_4,
    why =
        "A linter finds what nobody wants to look for: variables that are never set, promises that"
            + " nobody waits for, eval. Rules that nothing runs hold for nobody.",
    remedy = "Set a linter up, and run it in the pipeline, before each commit, or with the tests.",
    bad =
        @Example(
            file = "server.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "test": "node --test" } }
                """,
            value = "require('http').createServer().listen(3000);"),
    good =
        @Example(
            file = "server.js",
            packageJson =
                """
                { "name": "shop", "private": true, "scripts": { "test": "eslint . && node --test" } }
                """,
            value = "require('http').createServer().listen(3000);"))
public final class NoStyleGuide implements Rule {

  /** Configurations of linters, and of what only formats. */
  private static final Pattern LINTER =
      Pattern.compile(
          "\\.eslintrc(?:\\.[a-z]{2,5})?|eslint\\.config\\.[cm]?[jt]s|\\.jshintrc|tslint\\.json"
              + "|biome\\.jsonc?|\\.oxlintrc\\.json|oxlint\\.config\\.ts|\\.xo-config(?:\\..{2,5})?"
              + "|xo\\.config\\..{2,5}|rslint\\.jsonc?|deno\\.jsonc?");

  private static final Pattern FORMATTER =
      Pattern.compile("\\.prettierrc(?:\\..{2,5})?|prettier\\.config\\..{2,5}|\\.editorconfig");

  /** Tools that are linters without any configuration. */
  private static final List<String> WITHOUT_SETTINGS =
      List.of("standard", "xo", "semistandard", "ts-standard", "neostandard", "oxlint");

  /** Files in which hooks say what is run before a commit, whatever runs them. */
  private static final Set<String> HOOKS =
      Set.of(
          ".pre-commit-config.yaml",
          "lefthook.yml",
          ".lefthook.yml",
          "lefthook.json",
          ".simple-git-hooks.json",
          ".simple-git-hooks.js",
          "simple-git-hooks.js",
          ".lintstagedrc",
          ".lintstagedrc.json",
          ".lintstagedrc.yml",
          ".lintstagedrc.yaml",
          ".lintstagedrc.js",
          ".lintstagedrc.mjs",
          ".lintstagedrc.cjs",
          "lint-staged.config.js",
          "lint-staged.config.mjs",
          "lint-staged.config.cjs");

  /** What a hook runs when it lints; {@code npm run lint}, {@code lint-staged} with it. */
  private static final Pattern LINTS =
      Pattern.compile("lint|\\bbiome\\b|\\bxo\\b|\\bstandard\\b", Pattern.CASE_INSENSITIVE);

  /** A configuration of a linter. */
  private record Linter(Location location) {}

  /** A configuration of a formatter. */
  private record Formatter(Location location) {}

  /** A hook that lints. */
  private record Hook(Location location) {}

  @Override
  public void register(Hooks on) {
    Checkout.look(on);
    on.text(NoStyleGuide::look);
    on.project(NoStyleGuide::check);
  }

  private static void look(TextFile file, RuleContext context) {
    String name = file.name().toLowerCase(Locale.ROOT);
    String text = file.source().text();
    Location start = file.source().location(0, Math.min(1, text.length()));
    if (LINTER.matcher(name).matches()) {
      context.keep(new Linter(start));
    } else if (FORMATTER.matcher(name).matches()) {
      context.keep(new Formatter(start));
    }
    String path = file.path();
    boolean hook = path.startsWith(".husky/") || path.startsWith(".githooks/");
    if ((hook || HOOKS.contains(name)) && text.length() < 100_000 && LINTS.matcher(text).find()) {
      context.keep(new Hook(start));
    }
  }

  private static void check(Project project, RuleContext context) {
    // Where the root has none, the manifest of a folder below it stands for the project.
    Optional<PackageJson> root =
        project.packages().isEmpty()
            ? Optional.empty()
            : project.packages().get(0).manifest().or(() -> outermost(project));
    if (root.isEmpty() || project.files().stream().allMatch(ProjectFile::test)) {
      return;
    }
    Checks checks = new Checks(project);
    Optional<Location> tested =
        checks.ofScript("test").contains(Purpose.LINT)
            ? root.get().script("test").map(NamedText::textLocation)
            : Optional.empty();
    Optional<Location> hook = hook(root.get(), context);
    tested.ifPresent(at -> context.satisfied(RoadmapItem.DEV_4, at, "The tests include a linter"));
    hook.ifPresent(
        at -> context.satisfied(RoadmapItem.DEV_4, at, "A hook runs the linter before a commit"));
    List<Seen> seen = Seen.in(project);
    if (tested.isPresent() || hook.isPresent() || Seen.any(seen, Purpose.LINT)) {
      return;
    }
    boolean linter = !context.kept(Linter.class).isEmpty() || named(root.get());
    // A pipeline kept elsewhere may run what is set up here, and nothing else.
    if (linter && !Seen.elsewhere(project).isEmpty() || !Checkout.seen(project, context)) {
      return;
    }
    Location at = root.get().source().location(0, 1);
    context.report(
        at,
        linter
            ? "A linter is set up, and nothing in the repository runs it"
            : context.kept(Formatter.class).isEmpty()
                ? "No linter is set up"
                : "A formatter is set up, and no linter");
  }

  private static Optional<PackageJson> outermost(Project project) {
    return project.packages().stream()
        .flatMap(each -> each.manifest().stream())
        .min(Comparator.comparing(manifest -> manifest.path().split("/", -1).length));
  }

  private static boolean named(PackageJson manifest) {
    return manifest.json().member("eslintConfig").isPresent()
        || manifest.json().member("xo").isPresent()
        || WITHOUT_SETTINGS.stream().anyMatch(tool -> manifest.dependency(tool).isPresent());
  }

  /** Where a hook lints: a file of its own, or package.json. */
  private static Optional<Location> hook(PackageJson manifest, RuleContext context) {
    Optional<Location> file = context.kept(Hook.class).stream().map(Hook::location).findFirst();
    if (file.isPresent()) {
      return file;
    }
    for (String key :
        new String[] {"lint-staged", "husky", "pre-commit", "simple-git-hooks", "gitHooks"}) {
      Optional<Location> found =
          manifest
              .json()
              .member(key)
              .map(JsonValue::span)
              .filter(at -> LINTS.matcher(manifest.source().slice(at.start(), at.end())).find())
              .map(manifest::location);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
