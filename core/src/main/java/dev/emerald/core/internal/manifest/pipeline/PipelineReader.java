package dev.emerald.core.internal.manifest.pipeline;

import dev.emerald.core.internal.manifest.ParsedYaml;
import dev.emerald.core.internal.manifest.YamlReader;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlScalar;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineScript;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.pipeline.PipelineSystem;
import dev.emerald.spi.pipeline.PipelineText;
import dev.emerald.spi.pipeline.PipelineUse;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads pipelines that are written in YAML. What is written wrongly is treated as absent. */
public final class PipelineReader {

  /** Keys of GitLab CI that are no jobs. */
  private static final Set<String> NO_JOBS =
      Set.of(
          "stages",
          "variables",
          "default",
          "include",
          "workflow",
          "image",
          "services",
          "cache",
          "before_script",
          "after_script",
          "spec",
          "types",
          "pages_base");

  private static final String[] AZURE_SHELLS = {"script", "bash", "pwsh", "powershell"};

  private final SourceText source;
  private final PipelineSystem system;
  private final List<PipelineText> triggers = new ArrayList<>();
  private final List<PipelineUse> includes = new ArrayList<>();
  private final List<PipelineJob> jobs = new ArrayList<>();

  private PipelineReader(SourceText source, PipelineSystem system) {
    this.source = source;
    this.system = system;
  }

  /**
   * The service that a file is for.
   *
   * @param path relative to the root of the project
   */
  public static Optional<PipelineSystem> systemOf(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    if (name.equals("Jenkinsfile") || name.startsWith("Jenkinsfile.")) {
      return Optional.of(PipelineSystem.JENKINS);
    }
    if (!yaml) {
      return Optional.empty();
    }
    String folder = path.substring(0, path.length() - name.length());
    if (folder.equals(".github/workflows/")) {
      return Optional.of(PipelineSystem.GITHUB_ACTIONS);
    }
    String bare = name.substring(0, name.lastIndexOf('.'));
    boolean gitlab = bare.equals(".gitlab-ci") || bare.endsWith(".gitlab-ci");
    if (gitlab || folder.startsWith(".gitlab/ci/")) {
      return Optional.of(PipelineSystem.GITLAB_CI);
    }
    return switch (bare) {
      case "action" -> Optional.of(PipelineSystem.GITHUB_ACTION);
      case "config" ->
          folder.equals(".circleci/") ? Optional.of(PipelineSystem.CIRCLECI) : Optional.empty();
      case "azure-pipelines", ".azure-pipelines", "azure-pipeline" ->
          Optional.of(PipelineSystem.AZURE_PIPELINES);
      case "bitbucket-pipelines" -> Optional.of(PipelineSystem.BITBUCKET);
      case ".travis" -> Optional.of(PipelineSystem.TRAVIS);
      default ->
          folder.startsWith(".azure-pipelines/") || folder.startsWith(".azuredevops/")
              ? Optional.of(PipelineSystem.AZURE_PIPELINES)
              : Optional.empty();
    };
  }

  /**
   * Reads a file.
   *
   * @param notices told of what could not be read
   * @return null if it is no pipeline after all
   */
  public static @Nullable Pipeline read(
      SourceText source, PipelineSystem system, Consumer<Notice> notices) {
    if (system == PipelineSystem.JENKINS) {
      return JenkinsReader.read(source);
    }
    ParsedYaml parsed = YamlReader.read(source);
    YamlValue root = parsed.documents().isEmpty() ? null : last(parsed.documents());
    if (system == PipelineSystem.GITHUB_ACTION && (root == null || root.member("runs").isEmpty())) {
      // Other things are called action.yml as well.
      return null;
    }
    parsed.notices().forEach(notices);
    return new PipelineReader(source, system).read(root);
  }

  /** GitLab's files may begin with a document on their inputs. */
  private static YamlValue last(List<YamlValue> documents) {
    return documents.get(documents.size() - 1);
  }

  private Pipeline read(@Nullable YamlValue root) {
    if (root != null) {
      switch (system) {
        case GITHUB_ACTIONS -> workflow(root);
        case GITHUB_ACTION -> action(root);
        case GITLAB_CI -> gitlab(root);
        case CIRCLECI -> circle(root);
        case AZURE_PIPELINES -> azure(root);
        case BITBUCKET -> bitbucket(root);
        case TRAVIS -> travis(root);
        case JENKINS -> {
          // Not YAML.
        }
      }
    }
    return new Pipeline(source, system, root, triggers, includes, jobs);
  }

  private void workflow(YamlValue root) {
    root.member("on").ifPresent(this::triggers);
    for (YamlMember job : root.member("jobs").map(YamlValue::members).orElse(List.of())) {
      PipelineUse use = use(job.value().member("uses"));
      jobs.add(job(job.name(), job.key(), job.value(), use, githubSteps(job.value())));
    }
  }

  private void triggers(YamlValue on) {
    if (on instanceof YamlScalar scalar) {
      triggers.add(new PipelineText(scalar.text(), "", source.location(scalar.span())));
    }
    for (YamlValue each : on.elements()) {
      each.asString()
          .ifPresent(
              name -> triggers.add(new PipelineText(name, "", source.location(each.span()))));
    }
    for (YamlMember each : on.members()) {
      triggers.add(new PipelineText(each.name(), "", source.location(each.key().span())));
    }
  }

  private void action(YamlValue root) {
    YamlValue runs = root.member("runs").orElse(root);
    jobs.add(job("", runs, runs, null, githubSteps(runs)));
  }

  private List<PipelineStep> githubSteps(YamlValue job) {
    List<PipelineStep> steps = new ArrayList<>();
    for (YamlValue step : elements(job, "steps")) {
      List<PipelineScript> scripts = new ArrayList<>();
      step.member("run").ifPresent(run -> addScript(run, scripts));
      steps.add(step(step, use(step.member("uses")), scripts, texts(step, "with")));
    }
    return steps;
  }

  private void gitlab(YamlValue root) {
    root.member("include").ifPresent(this::gitlabIncludes);
    for (YamlMember job : root.members()) {
      boolean isJob = !NO_JOBS.contains(job.name()) && !job.value().members().isEmpty();
      if (isJob || job.name().equals("default")) {
        jobs.add(job(job.name(), job.key(), job.value(), null, scriptSteps(job.value())));
      }
    }
    if (root.member("before_script").isPresent()) {
      jobs.add(job("", root, root, null, scriptSteps(root)));
    }
  }

  private void gitlabIncludes(YamlValue include) {
    List<YamlValue> all = include.elements().isEmpty() ? List.of(include) : include.elements();
    for (YamlValue each : all) {
      PipelineUse plain = use(Optional.of(each));
      if (plain != null) {
        includes.add(plain);
      }
      for (String key : new String[] {"template", "component", "remote", "local", "project"}) {
        PipelineUse named = use(each.member(key));
        if (named != null) {
          includes.add(named);
        }
      }
    }
  }

  /** The scripts of a job of GitLab, Bitbucket or Travis as one step for each key. */
  private List<PipelineStep> scriptSteps(YamlValue job) {
    List<PipelineStep> steps = new ArrayList<>();
    for (String key :
        new String[] {
          "before_install", "install", "before_script", "script", "after_script", "after_success"
        }) {
      Optional<YamlValue> value = job.member(key);
      if (value.isPresent()) {
        List<PipelineScript> scripts = new ArrayList<>();
        addScripts(value.get(), scripts, 0);
        PipelineStep step = step(job, null, scripts, List.of());
        steps.add(step);
      }
    }
    return steps;
  }

  private void circle(YamlValue root) {
    for (YamlMember orb : root.member("orbs").map(YamlValue::members).orElse(List.of())) {
      PipelineUse use = use(Optional.of(orb.value()));
      if (use != null) {
        includes.add(use);
      }
    }
    for (String key : new String[] {"jobs", "commands"}) {
      for (YamlMember job : root.member(key).map(YamlValue::members).orElse(List.of())) {
        List<PipelineStep> steps = new ArrayList<>();
        for (YamlValue step : elements(job.value(), "steps")) {
          circleStep(step, steps);
        }
        jobs.add(job(job.name(), job.key(), job.value(), null, steps));
      }
    }
    // A workflow may call jobs that orbs bring.
    for (YamlMember flow : root.member("workflows").map(YamlValue::members).orElse(List.of())) {
      for (YamlValue job : elements(flow.value(), "jobs")) {
        YamlValue name = job.members().isEmpty() ? job : job.members().get(0).key();
        PipelineUse use = use(Optional.of(name));
        if (use != null && use.name().indexOf('/') > 0) {
          jobs.add(job(use.name(), name, job, use, List.of()));
        }
      }
    }
  }

  private void circleStep(YamlValue step, List<PipelineStep> steps) {
    List<PipelineScript> scripts = new ArrayList<>();
    Optional<YamlValue> run = step.member("run");
    if (run.isPresent()) {
      addScript(run.get().member("command").orElse(run.get()), scripts);
      steps.add(step(step, null, scripts, List.of()));
    } else if (step.members().isEmpty()) {
      steps.add(step(step, use(Optional.of(step)), scripts, List.of()));
    } else {
      YamlMember first = step.members().get(0);
      PipelineUse use = use(Optional.of(first.key()));
      steps.add(step(step, use, scripts, texts(step, first.name())));
    }
  }

  private void azure(YamlValue root) {
    azureSteps(root, "", root);
    azureJobs(root);
    for (YamlValue stage : elements(root, "stages")) {
      azureJobs(stage);
    }
  }

  private void azureJobs(YamlValue stage) {
    for (YamlValue job : elements(stage, "jobs")) {
      Optional<YamlValue> name = job.member("job").or(() -> job.member("deployment"));
      azureSteps(job, name.flatMap(YamlValue::asString).orElse(""), job);
      for (String key : new String[] {"runOnce", "rolling", "canary"}) {
        job.at("strategy", key, "deploy").ifPresent(deploy -> azureSteps(deploy, "deploy", job));
      }
    }
  }

  private void azureSteps(YamlValue holder, String name, YamlValue job) {
    List<PipelineStep> steps = new ArrayList<>();
    for (YamlValue step : elements(holder, "steps")) {
      List<PipelineScript> scripts = new ArrayList<>();
      for (String shell : AZURE_SHELLS) {
        step.member(shell).ifPresent(script -> addScript(script, scripts));
      }
      PipelineUse use = use(step.member("task").or(() -> step.member("template")));
      steps.add(step(step, use, scripts, texts(step, "inputs")));
    }
    if (!steps.isEmpty()) {
      jobs.add(job(name, holder, job, null, steps));
    }
  }

  private void bitbucket(YamlValue root) {
    YamlValue pipelines = root.member("pipelines").orElse(root);
    for (YamlMember kind : pipelines.members()) {
      bitbucketSteps(kind.name(), kind.value());
      for (YamlMember branch : kind.value().members()) {
        bitbucketSteps(kind.name() + "/" + branch.name(), branch.value());
      }
    }
  }

  private void bitbucketSteps(String name, YamlValue list) {
    List<PipelineStep> steps = new ArrayList<>();
    for (YamlValue entry : list.elements()) {
      entry.member("step").ifPresent(step -> bitbucketStep(step, steps));
      Optional<YamlValue> group = entry.member("parallel");
      List<YamlValue> parallel =
          group.isEmpty()
              ? elements(entry.member("stage").orElse(entry), "steps")
              : group.get().elements().isEmpty()
                  ? elements(group.get(), "steps")
                  : group.get().elements();
      for (YamlValue each : parallel) {
        each.member("step").ifPresent(step -> bitbucketStep(step, steps));
      }
    }
    if (!steps.isEmpty()) {
      jobs.add(job(name, list, list, null, steps));
    }
  }

  private void bitbucketStep(YamlValue step, List<PipelineStep> steps) {
    List<PipelineScript> scripts = new ArrayList<>();
    for (YamlValue line : elements(step, "script")) {
      PipelineUse pipe = use(line.member("pipe"));
      if (pipe != null) {
        steps.add(step(line, pipe, List.of(), texts(line, "variables")));
      }
      addScript(line, scripts);
    }
    steps.add(step(step, null, scripts, List.of()));
  }

  private void travis(YamlValue root) {
    jobs.add(job("", root, root, null, scriptSteps(root)));
    YamlValue nested = root.member("jobs").or(() -> root.member("matrix")).orElse(root);
    for (YamlValue job : elements(nested, "include")) {
      jobs.add(job("", job, job, null, scriptSteps(job)));
    }
  }

  private PipelineJob job(
      String name,
      YamlValue at,
      YamlValue yaml,
      @Nullable PipelineUse use,
      List<PipelineStep> steps) {
    return new PipelineJob(name, source.location(at.span()), yaml, use, steps);
  }

  private PipelineStep step(
      YamlValue step,
      @Nullable PipelineUse use,
      List<PipelineScript> scripts,
      List<PipelineText> inputs) {
    return new PipelineStep(
        source.location(step.span()), step, use, scripts, inputs, texts(step, "env"));
  }

  private @Nullable PipelineUse use(Optional<YamlValue> value) {
    return value.isPresent() && value.get() instanceof YamlScalar scalar && !scalar.isNull()
        ? new PipelineUse(scalar.text().strip(), source.location(scalar.span()))
        : null;
  }

  private void addScript(YamlValue value, List<PipelineScript> scripts) {
    if (value instanceof YamlScalar scalar && !scalar.isNull()) {
      scripts.add(PipelineScript.of(source, scalar));
    }
  }

  /** Lists of lines may lie in lists, where anchors are put together. */
  private void addScripts(YamlValue value, List<PipelineScript> scripts, int depth) {
    addScript(value, scripts);
    for (YamlValue each : value.elements()) {
      if (depth < 3) {
        addScripts(each, scripts, depth + 1);
      }
    }
  }

  private List<PipelineText> texts(YamlValue holder, String key) {
    List<PipelineText> texts = new ArrayList<>();
    for (YamlMember each : holder.member(key).map(YamlValue::members).orElse(List.of())) {
      String text = each.value() instanceof YamlScalar scalar ? scalar.text() : "";
      texts.add(new PipelineText(each.name(), text, source.location(each.value().span())));
    }
    return texts;
  }

  private static List<YamlValue> elements(YamlValue holder, String key) {
    return holder.member(key).map(YamlValue::elements).orElse(List.of());
  }
}
