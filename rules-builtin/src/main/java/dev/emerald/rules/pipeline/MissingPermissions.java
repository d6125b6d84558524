package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineSystem;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.rule.RuleInfo.Weight;
import dev.emerald.spi.source.Location;
import java.util.List;

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
    on.project(MissingPermissions::report);
  }

  private static final int SHOWN = 8;

  /** A job without rights of its own, the first of its workflow. */
  private record Job(Location location, String name) {}

  /** One finding a repository: it is mended in one change, or at the host for all at once. */
  private static void report(Project project, RuleContext context) {
    List<Job> jobs = context.kept(Job.class);
    if (jobs.isEmpty()) {
      return;
    }
    Job first = jobs.get(0);
    String others =
        jobs.size() == 1 ? "" : "; nor do those of %d more workflows".formatted(jobs.size() - 1);
    Problem problem =
        Problem.at(
            first.location(),
            "The job '" + first.name() + "' does not say which rights it needs" + others);
    for (Job other : jobs.subList(1, Math.min(jobs.size(), SHOWN))) {
      problem = problem.withStep(other.location(), "nor does the job '" + other.name() + "'");
    }
    context.report(problem);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    boolean workflow = pipeline.system() == PipelineSystem.GITHUB_ACTIONS;
    if (!workflow || pipeline.yaml().member("permissions").isPresent()) {
      return;
    }
    for (PipelineJob job : pipeline.jobs()) {
      if (job.yaml().member("permissions").isEmpty()) {
        context.keep(new Job(job.location(), job.name()));
        // The cause is one, however many jobs there are.
        return;
      }
    }
  }
}
