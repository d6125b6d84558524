package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineSystem;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.rule.RuleInfo.Weight;

/** Workflows that take whatever rights the repository gives by default. */
@RuleInfo(
    id = "ci-permissions-broad",
    title = "The workflow does not say which rights it needs",
    severity = Severity.LOW,
    weight = Weight.ADVICE,
    cwe = {269, 275},
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.CI_1,
    why =
        "Without permissions the token has what the repository gives by default; in older ones that"
            + " is the right to write everything.",
    remedy = "Say permissions: contents: read at the head of the workflow, and more where needed.",
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
                      - run: npm ci
                """),
    good =
        @Example(
            file = ".github/workflows/a.yml",
            value =
                """
                on: push
                jobs:
                  a:
                    permissions: {}
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm ci
                """))
public final class MissingPermissions implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Pipeline.class, MissingPermissions::check);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    boolean workflow = pipeline.system() == PipelineSystem.GITHUB_ACTIONS;
    if (!workflow || pipeline.yaml().member("permissions").isPresent()) {
      return;
    }
    for (PipelineJob job : pipeline.jobs()) {
      if (job.yaml().member("permissions").isEmpty()) {
        context.report(
            job.location(), "The job '" + job.name() + "' does not say which rights it needs");
        // The cause is one, however many jobs there are.
        return;
      }
    }
  }
}
