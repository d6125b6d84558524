package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.pipeline.PipelineText;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;

/** Pipelines with all rights that run the code of a change nobody has looked at. */
@RuleInfo(
    id = "ci-pull-request-target",
    title = "A workflow with secrets runs the code of a pull request",
    severity = Severity.CRITICAL,
    cwe = {829, 913},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_1,
    why =
        "pull_request_target and workflow_run start with the token and the secrets of the"
            + " repository. With the change checked out, its scripts, tests and install hooks run"
            + " with them: anybody who opens a pull request takes the repository.",
    remedy =
        "Run the code of changes on pull_request, without secrets; hand results to a second"
            + " workflow that never checks the change out.",
    bad =
        @Example(
            file = ".github/workflows/check.yml",
            value =
                """
                on: pull_request_target
                permissions: write-all
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                        with:
                          ref: ${{ github.event.pull_request.head.sha }}
                      - run: npm ci && npm test
                """),
    good =
        @Example(
            file = ".github/workflows/label.yml",
            value =
                """
                on: pull_request_target
                permissions:
                  pull-requests: write
                jobs:
                  label:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                      - uses: actions/labeler@v5
                """))
public final class PullRequestTarget implements Rule {

  /** What people who may not write can start a workflow with, or what may have been by them. */
  private static final List<String> OUTSIDERS =
      List.of("pull_request", "pull_request_target", "issue_comment", "issues", "workflow_run");

  @Override
  public void register(Hooks on) {
    on.manifest(Pipeline.class, PullRequestTarget::check);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    boolean target = pipeline.startsOn("pull_request_target");
    if (!target && !(pipeline.startsOn("workflow_run") && mayFollowAnOutsider(pipeline, context))) {
      return;
    }
    boolean onLabel = onlyLabelled(pipeline);
    for (PipelineJob job : pipeline.jobs()) {
      List<PipelineStep> steps = job.steps();
      for (int i = 0; i < steps.size(); i++) {
        PipelineStep step = steps.get(i);
        boolean checksOut =
            step.uses("actions/checkout")
                && step.inputs().stream().anyMatch(PullRequestTarget::isChange);
        if (checksOut) {
          report(step, job, steps.subList(i + 1, steps.size()), onLabel, context);
        }
      }
    }
  }

  /**
   * Whether one of the workflows that start this one may be started by an outsider. Pushes are made
   * by those who may write; of a workflow that is not seen nothing is known.
   */
  private static boolean mayFollowAnOutsider(Pipeline pipeline, RuleContext context) {
    List<YamlValue> names =
        pipeline
            .yaml()
            .at("on", "workflow_run", "workflows")
            .map(YamlValue::elements)
            .orElse(List.of());
    for (YamlValue name : names) {
      List<Pipeline> called =
          context.project().manifests(Pipeline.class).stream()
              .filter(each -> isCalled(name.asString().orElse(""), each))
              .toList();
      if (called.isEmpty()
          || called.stream().anyMatch(each -> OUTSIDERS.stream().anyMatch(each::startsOn))) {
        return true;
      }
    }
    return names.isEmpty();
  }

  private static boolean isCalled(String name, Pipeline pipeline) {
    return pipeline
        .yaml()
        .member("name")
        .flatMap(YamlValue::asString)
        .orElse(pipeline.path())
        .equals(name);
  }

  private static void report(
      PipelineStep checkout,
      PipelineJob job,
      List<PipelineStep> following,
      boolean onLabel,
      RuleContext context) {
    boolean runs =
        following.stream()
            .anyMatch(step -> !step.scripts().isEmpty() || step.uses("actions/setup-node"));
    Problem problem =
        Problem.at(
            checkout.location(), "The change of an outsider is checked out where secrets are");
    String condition = job.condition().orElse("") + checkout.condition().orElse("");
    boolean gated =
        onLabel || condition.contains("label") || condition.contains("author_association");
    boolean own =
        condition.contains("head.repo.full_name ==") || condition.contains("head.repo.fork");
    if (!own) {
      context.report(
          !runs
              ? problem.withConfidence(Confidence.LOW)
              : gated ? problem.withConfidence(Confidence.MEDIUM) : problem);
    }
  }

  private static boolean isChange(PipelineText input) {
    boolean place = input.name().equals("ref") || input.name().equals("repository");
    String text = input.text();
    return place
        && (text.contains("pull_request.head.")
            || text.contains("github.head_ref")
            || text.contains("workflow_run.head_")
            || text.contains("refs/pull/")
            || text.contains("pull_request.merge_commit_sha"));
  }

  private static boolean onlyLabelled(Pipeline pipeline) {
    List<YamlValue> types =
        pipeline
            .yaml()
            .at("on", "pull_request_target", "types")
            .map(YamlValue::elements)
            .orElse(List.of());
    return !types.isEmpty()
        && types.stream().allMatch(type -> type.asString().orElse("").equals("labeled"));
  }
}
