package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineSystem;
import dev.emerald.spi.pipeline.PipelineUse;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** Actions that are another one tomorrow. */
@RuleInfo(
    id = "ci-action-unpinned",
    title = "An action of somebody else is named by a tag or a branch",
    severity = Severity.LOW,
    cwe = {829, 1357},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "Whoever can move the tag, or push to the branch, runs code in the pipeline with its token"
            + " and its secrets. It has happened to actions that thousands use.",
    remedy = "Name the full hash of a commit, with the version in a comment; robots update it.",
    bad =
        @Example(
            file = ".github/workflows/a.yml",
            value =
                """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: someone/deploy-action@main
                """),
    good =
        @Example(
            file = ".github/workflows/a.yml",
            value =
                """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                      - uses: ./.github/actions/setup
                      - uses: someone/deploy-action@0123456789abcdef0123456789abcdef01234567 # v2
                """))
public final class UnpinnedAction implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Pipeline.class, UnpinnedAction::check);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    boolean github =
        pipeline.system() == PipelineSystem.GITHUB_ACTIONS
            || pipeline.system() == PipelineSystem.GITHUB_ACTION;
    if (!github) {
      return;
    }
    List<PipelineUse> uses = new ArrayList<>();
    for (PipelineJob job : pipeline.jobs()) {
      job.use().ifPresent(uses::add);
      job.steps().forEach(step -> step.use().ifPresent(uses::add));
    }
    uses.forEach(use -> check(use, context));
    uses.stream()
        .filter(PipelineUse::pinned)
        .findFirst()
        .ifPresent(
            use ->
                context.satisfied(
                    RoadmapItem.CI_4, use.location(), "Actions are named by their hash"));
  }

  private static void check(PipelineUse use, RuleContext context) {
    if (use.local() || use.pinned() || use.text().indexOf('$') >= 0) {
      return;
    }
    boolean platform = use.name().startsWith("actions/") || use.name().startsWith("github/");
    if (!platform) {
      String version = use.version().orElse("");
      boolean branch = !version.isEmpty() && version.chars().noneMatch(Character::isDigit);
      String message =
          "'" + use.text() + "' is named by " + (branch ? "a branch" : "what can be moved");
      Problem problem = Problem.at(use.location(), message);
      // A tag is moved by an attacker, a branch by every push.
      context.report(branch ? problem.withSeverity(Severity.MEDIUM) : problem);
    }
  }
}
