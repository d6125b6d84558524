package dev.emerald.rules.supply;

import dev.emerald.rules.commands.NodeReleases;
import dev.emerald.rules.container.DevContainers;
import dev.emerald.rules.traits.Checkout;
import dev.emerald.spi.container.DockerStage;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.TsConfig;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.version.VersionRange;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No supported version of Node.js is named. */
@RuleInfo(
    id = "supply-engines-missing",
    title = "No supported version of Node.js is named",
    severity = Severity.LOW,
    cwe = {1104},
    roadmap = {RoadmapItem.DEV_3},
    why =
        "Without a version everybody runs another one. A version that is past its "
            + "end gets no security fixes.",
    remedy =
        "Name a supported version in engines, in a version file, in the image and in "
            + "the pipeline, and keep them alike.",
    bad = {
      @Example(
          file = "package.json",
          value =
              """
              { "name": "shop", "private": true, "scripts": { "start": "node app.js" } }
              """),
      @Example(
          file = ".nvmrc",
          value =
              """
              12.22.0
              """)
    },
    good = {
      @Example(
          file = "package.json",
          value =
              """
              { "name": "shop", "private": true, "engines": { "node": ">=22" } }
              """),
      @Example(
          file = ".nvmrc",
          value =
              """
              24
              """)
    },
    audience = RuleInfo.Audience.EVERYTHING,
    weight = RuleInfo.Weight.DECIDES)
public final class NodeVersion implements Rule {

  @Override
  public void register(Hooks on) {
    Checkout.look(on);
    on.manifest(PackageJson.class, NodeVersion::engines);
    on.manifest(TsConfig.class, NodeVersion::strictness);
    on.manifest(Dockerfile.class, NodeVersion::images);
    on.text(NodeVersion::text);
    on.project(this::check);
  }

  private static final Pattern VERSION =
      Pattern.compile(
          "(?:node-version:?\\s{0,4}[\"'\\[]{0,3}"
              + "|[Rr]untime[\"']?:\\s{0,4}[\"']?nodejs|NODEJS_|NODE_VERSION[\"']?\\s{0,4}[=:]\\s{0,4}[\"']?"
              + "|type:\\s{0,4}[\"']?nodejs:|image:\\s{0,4}[\"']?(?:cimg/|circleci/)?node:)\\s{0,3}[\"'v]{0,2}(\\d{1,2}|[a-z]{3,12})");

  /** What tells a platform which runtime to start. */
  private static final Pattern PLATFORM =
      Pattern.compile(
          "app(?:\\.[a-z]{1,12})?\\.yaml|serverless\\..{1,12}|.{1,60}-stack\\.ts|netlify\\.toml"
              + "|render\\.yaml|\\.platform\\.app\\.yaml|vercel\\.json|now\\.json");

  private static final Pattern LIST_ITEM =
      Pattern.compile("^\\s{0,12}-?\\s{0,4}[\"']?v?(\\d{1,2})(?:[.x\\d]{0,12})[\"']?\\s{0,4}$");

  /**
   * A version that is named somewhere.
   *
   * @param words how it is named there
   */
  private record Named(
      Location location, int major, String words, boolean deployed, boolean tested) {

    Named(Location location, int major, boolean deployed, boolean tested) {
      this(location, major, "Node.js " + major + " is named", deployed, tested);
    }
  }

  /** A version that an image brings; where it has ended, docker-eol-node tells. */
  private record OfImage(Location location, int major) {}

  /** A file that says who Node.js runs as: an image, a unit, a process manager. */
  private record RunsAs(String path) {}

  private static final Pattern RUNNER =
      Pattern.compile(
          "(?:.{0,80}(?:Dockerfile|Containerfile).{0,40}|.{0,60}compose.{0,40}\\.ya?ml"
              + "|ecosystem\\.config\\..{1,8}|.{1,80}\\.service|Chart\\.yaml)");

  private static final Pattern COMPOSE = Pattern.compile(".{0,60}compose.{0,40}\\.ya?ml");

  /** A service that is built here, or of an image that somebody named after themselves. */
  private static final Pattern OWN =
      Pattern.compile("\\bbuild\\s{0,9}:|\\bimage\\s{0,9}:\\s{0,9}[\"']?[^\\s#/]{1,200}/");

  /** TypeScript whose checks are not all on. */
  private record Loose(Location location) {}

  private static void engines(PackageJson manifest, RuleContext context) {
    for (NamedText engine : manifest.engines()) {
      VersionRange range =
          engine.name().equals("node") ? VersionRange.parse(engine.text()).orElse(null) : null;
      if (range == null) {
        continue;
      }
      int found = 0;
      for (int major = 4; major <= NodeReleases.NEWEST; major++) {
        if (range.contains(major + ".99.0") || range.contains(major + ".0.0")) {
          found = major;
        }
      }
      String words =
          NodeReleases.supported(found)
              ? "Node.js '%s' is asked for, which %d is".formatted(engine.text().strip(), found)
              : "Node.js '" + engine.text().strip() + "' is asked for";
      context.keep(new Named(engine.textLocation(), found, words, false, false));
    }
  }

  private static void strictness(TsConfig config, RuleContext context) {
    boolean strict =
        config
            .compilerOptions()
            .flatMap(options -> options.member("strict"))
            .flatMap(value -> value.asBoolean())
            .orElse(false);
    boolean main = config.path().endsWith("tsconfig.json") && config.path().indexOf("/") < 0;
    if (main && !strict && config.extendedConfigs().isEmpty()) {
      context.keep(new Loose(config.source().location(0, 1)));
    }
  }

  private static void images(Dockerfile file, RuleContext context) {
    if (DevContainers.hold(file.path())) {
      return;
    }
    for (DockerStage stage : file.stages()) {
      stage
          .image()
          .flatMap(NodeReleases::of)
          .ifPresent(
              major -> context.keep(new OfImage(stage.baseWord().orElseThrow().location(), major)));
    }
  }

  private static void text(TextFile file, RuleContext context) {
    String name = file.name();
    String text = file.source().text();
    if (!file.test() && runs(file, name, text)) {
      context.keep(new RunsAs(file.path()));
    }
    if (name.equals(".nvmrc") || name.equals(".node-version")) {
      int major = major(text.strip().toLowerCase(Locale.ROOT));
      if (major > 0) {
        context.keep(
            new Named(file.source().location(0, text.strip().length()), major, true, false));
      }
      return;
    }
    boolean template =
        PLATFORM.matcher(name).matches()
            || isData(name) && text.contains("AWSTemplateFormatVersion");
    boolean pipeline =
        file.path().contains(".github/workflows/")
            || name.equals(".gitlab-ci.yml")
            || name.equals(".travis.yml")
            || file.path().endsWith(".circleci/config.yml");
    if (!template && !pipeline || file.test()) {
      return;
    }
    Matcher version = VERSION.matcher(text);
    while (version.find()) {
      int major = major(version.group(1));
      if (major > 0) {
        context.keep(
            new Named(
                file.source().location(version.start(1), version.end(1)),
                major,
                template,
                pipeline));
      }
    }
    if (pipeline) {
      matrix(file, context);
    }
  }

  /** Whether a file says how Node.js is run: of a runner, or an object of Kubernetes. */
  private static boolean runs(TextFile file, String name, String text) {
    if (RUNNER.matcher(name).matches() && !DevContainers.hold(file.path())) {
      boolean databasesOnly = COMPOSE.matcher(name).matches() && !OWN.matcher(text).find();
      if (!databasesOnly) {
        return true;
      }
    }
    return isData(name) && text.contains("apiVersion:") && text.contains("containers:");
  }

  private static boolean isData(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  /** The versions of a list: {@code node-version: [20, 22]}, or one on each line. */
  private static void matrix(TextFile file, RuleContext context) {
    SourceText source = file.source();
    boolean within = false;
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.lineText(line);
      int start = source.lineStart(line);
      boolean key =
          text.contains("node-version:") || text.contains("node_js:") || text.contains("node:");
      within = key || within && text.strip().startsWith("-");
      if (!within || text.length() > 300) {
        continue;
      }
      String values = key ? text.substring(text.indexOf(":") + 1) : text;
      for (String part : values.split("[\\[\\],]", 40)) {
        Matcher item = LIST_ITEM.matcher(part);
        if (item.find()) {
          context.keep(
              new Named(
                  source.location(start, start + text.length()),
                  Integer.parseInt(item.group(1)),
                  false,
                  true));
        }
      }
    }
  }

  private static int major(String name) {
    if (name.startsWith("lts")
        || name.equals("node")
        || name.equals("latest")
        || name.equals("current")
        || name.equals("stable")) {
      return name.indexOf("/") > 0
          ? NodeReleases.ofCodeName(name.substring(name.indexOf("/") + 1))
              .orElse(NodeReleases.NEWEST)
          : NodeReleases.NEWEST;
    }
    int start = name.startsWith("v") ? 1 : 0;
    int end = start;
    while (end < name.length() && Character.isDigit(name.charAt(end)) && end < start + 3) {
      end++;
    }
    return end > start
        ? Integer.parseInt(name.substring(start, end))
        : NodeReleases.ofCodeName(name).orElse(0);
  }

  /** Whether a file lies in a package, or further out, where all packages may be meant. */
  private static boolean concerns(String path, String directory) {
    int slash = path.lastIndexOf('/');
    return Folders.isIn(directory, path)
        || Folders.isIn(slash < 0 ? "" : path.substring(0, slash), directory);
  }

  private void check(Project project, RuleContext context) {
    ProjectPackage root = project.packages().get(0);
    List<Named> named = context.kept(Named.class);
    List<RunsAs> runners = context.kept(RunsAs.class);
    for (ProjectPackage each : project.packages()) {
      if (runners.stream().noneMatch(runner -> concerns(runner.path(), each.directory()))) {
        context.notApplicable(
            RoadmapItem.DEP_2, each, "no image, orchestrator, process manager or unit file");
      }
    }
    for (Loose each : context.kept(Loose.class)) {
      context.report(each.location(), "TypeScript checks less than it could: strict is off");
    }
    boolean fine = false;
    boolean old = false;
    for (OfImage each : context.kept(OfImage.class)) {
      fine |= NodeReleases.supported(each.major());
      old |= NodeReleases.ended(each.major());
    }
    for (Named each : named) {
      if (!NodeReleases.ended(each.major())) {
        fine = true;
        context.satisfied(RoadmapItem.DEV_3, each.location(), each.words());
      } else if (each.deployed()) {
        old = true;
        context.report(
            each.location(), "Node.js " + each.major() + " gets no security fixes any more");
      }
    }
    List<Named> tested = named.stream().filter(Named::tested).toList();
    if (!old
        && fine
        && !tested.isEmpty()
        && tested.stream().allMatch(each -> NodeReleases.ended(each.major()))) {
      context.report(
          tested.get(0).location(),
          "Only versions of Node.js are tested with that get no security fixes any more");
      return;
    }
    if (!fine && !old) {
      for (Named each : named) {
        context.report(
            each.location(), "Only versions of Node.js are named that get no fixes any more");
        return;
      }
      if (!Checkout.seen(project, context)) {
        context.notAssessed(
            RoadmapItem.DEV_3,
            root,
            "no version is named, and no sign that this is the whole repository");
        return;
      }
      root.manifest()
          .ifPresent(
              manifest ->
                  context.report(
                      manifest.source().location(0, 1),
                      "Nothing says which version of Node.js this needs"));
    }
  }
}
