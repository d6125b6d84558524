package dev.emerald.rules.pipeline;

import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineScript;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.pipeline.PipelineSystem;
import dev.emerald.spi.pipeline.PipelineUse;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a pipeline checks.
 *
 * @param purpose what for
 * @param location the command or the action
 * @param onChanges whether it runs before a change is merged, or on every push
 * @param ignored whether the pipeline goes on when it fails
 */
record Seen(Purpose purpose, Location location, boolean onChanges, boolean ignored) {

  /** What all pipelines of a project check. */
  static List<Seen> in(Project project) {
    List<Seen> all = new ArrayList<>();
    Checks checks = new Checks(project);
    for (Pipeline pipeline : project.manifests(Pipeline.class)) {
      boolean onChanges = runsOnChanges(pipeline);
      for (PipelineUse include : pipeline.includes()) {
        Uses.of(include)
            .ifPresent(purpose -> all.add(new Seen(purpose, include.location(), onChanges, false)));
      }
      for (PipelineJob job : pipeline.jobs()) {
        job.use()
            .flatMap(Uses::of)
            .ifPresent(
                purpose ->
                    all.add(
                        new Seen(purpose, job.use().orElseThrow().location(), onChanges, false)));
        boolean jobIgnored =
            job.yaml().member("continue-on-error").flatMap(YamlValue::asBoolean).orElse(false);
        for (PipelineStep step : job.steps()) {
          boolean ignored = jobIgnored || step.failureIgnored();
          addStep(step, checks, onChanges, ignored, all);
        }
      }
      if (pipeline.system() == PipelineSystem.TRAVIS && travisTests(pipeline)) {
        Location language =
            pipeline.location(pipeline.yaml().member("language").orElseThrow().span());
        for (Purpose purpose : checks.ofScript("test")) {
          all.add(new Seen(purpose, language, true, false));
        }
      }
    }
    return all;
  }

  private static void addStep(
      PipelineStep step, Checks checks, boolean onChanges, boolean ignored, List<Seen> all) {
    Optional<PipelineUse> use = step.use();
    use.flatMap(Uses::of)
        .ifPresent(
            purpose ->
                all.add(new Seen(purpose, use.orElseThrow().location(), onChanges, ignored)));
    for (PipelineScript script : step.scripts()) {
      for (ShellCommand command : script.script().commands()) {
        Set<Purpose> purposes = checks.of(command);
        if (!purposes.isEmpty()) {
          boolean passed = ignored || script.script().ignoresFailure(command);
          for (Purpose purpose : purposes) {
            all.add(new Seen(purpose, script.location(command), onChanges, passed));
          }
        }
      }
    }
  }

  /** Without a script, Travis runs the tests of a project in Node.js. */
  private static boolean travisTests(Pipeline pipeline) {
    return pipeline.yaml().member("script").isEmpty()
        && pipeline
            .yaml()
            .member("language")
            .flatMap(YamlValue::asString)
            .orElse("")
            .equals("node_js");
  }

  /** Whether a pipeline runs before a change is merged, or on every push. */
  static boolean runsOnChanges(Pipeline pipeline) {
    if (pipeline.system() != PipelineSystem.GITHUB_ACTIONS) {
      return true;
    }
    if (pipeline.startsOn("pull_request")
        || pipeline.startsOn("pull_request_target")
        || pipeline.startsOn("merge_group")
        || pipeline.startsOn("workflow_call")) {
      return true;
    }
    if (!pipeline.startsOn("push")) {
      return false;
    }
    Optional<YamlValue> push = pipeline.yaml().at("on", "push");
    Optional<YamlValue> branches = push.flatMap(value -> value.member("branches"));
    boolean tagsAlone = push.isPresent() && push.get().member("tags").isPresent();
    if (branches.isEmpty()) {
      return !tagsAlone;
    }
    for (YamlValue branch : branches.get().elements()) {
      if (branch.asString().orElse("").startsWith("*")) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the things seen is for a purpose. */
  static boolean any(List<Seen> seen, Purpose purpose) {
    return seen.stream().anyMatch(each -> each.purpose() == purpose);
  }

  /** The jobs that look at changes, or by the calendar, and are kept in other repositories. */
  static List<PipelineUse> elsewhere(Project project) {
    List<PipelineUse> uses = new ArrayList<>();
    for (Pipeline pipeline : project.manifests(Pipeline.class)) {
      // What only releases checks nothing that is still to be merged.
      if (!runsOnChanges(pipeline) && !pipeline.startsOn("schedule")) {
        continue;
      }
      for (PipelineJob job : pipeline.jobs()) {
        job.use().filter(use -> !use.local()).ifPresent(uses::add);
      }
    }
    return uses;
  }

  private static long depth(String path) {
    return path.chars().filter(each -> each == '/').count();
  }

  /** A sign that the files are those of a repository, and not of a package that was published. */
  private record Mark(String path) {}

  /** Asks for signs of a repository. */
  static void markRepository(Hooks on) {
    on.text(
        (file, context) -> {
          String path = file.path();
          if (path.startsWith(".git")
              || path.equals(".editorconfig")
              || path.startsWith(".husky/")) {
            context.keep(new Mark(path));
          }
        });
  }

  /**
   * Where a finding on the repository as a whole stands: its package.json, or the outermost one
   * where the root has none.
   *
   * @return empty if there is none, or it is a published package
   */
  static Optional<Location> repository(RuleContext context) {
    Project project = context.project();
    boolean repository =
        !context.kept(Mark.class).isEmpty() || !project.manifests(Pipeline.class).isEmpty();
    return !repository
        ? Optional.empty()
        : project.packages().stream()
            .flatMap(each -> each.manifest().stream())
            .min(
                Comparator.comparingLong((PackageJson manifest) -> depth(manifest.path()))
                    .thenComparing(PackageJson::path))
            .map(manifest -> manifest.source().location(0, 1));
  }
}
