package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.rule.RuleInfo.Weight;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Optional;

/** Pipelines without a linter. */
@RuleInfo(
    id = "ci-no-linter",
    title = "No pipeline runs a linter on every change",
    severity = Severity.LOW,
    weight = Weight.DECIDES,
    cwe = 1120,
    roadmap = RoadmapItem.CI_3,
    why =
        "A linter finds in seconds what costs a reviewer an hour; where nothing runs it, its rules"
            + " hold for those alone whose editor shows them.",
    remedy = "Run the linter in the pipeline that runs the tests.",
    bad =
        @Example(
            file = ".github/workflows/test.yml",
            packageJson = "{ \"name\": \"a\", \"scripts\": { \"test\": \"mocha\" } }",
            value =
                """
                on: pull_request
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm ci && npm test
                """),
    good =
        @Example(
            file = ".github/workflows/test.yml",
            packageJson = "{ \"name\": \"a\", \"scripts\": { \"test\": \"eslint . && mocha\" } }",
            value =
                """
                on: pull_request
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm ci && npm test
                """))
public final class NoLinter implements Rule {

  @Override
  public void register(Hooks on) {
    Seen.markRepository(on);
    on.project(NoLinter::check);
  }

  private static void check(Project project, RuleContext context) {
    List<Seen> seen = Seen.in(project);
    boolean linted = false;
    for (Seen each : seen) {
      if (each.purpose() == Purpose.LINT || each.purpose() == Purpose.TYPES) {
        context.satisfied(
            RoadmapItem.CI_3, each.location(), "In the pipeline " + each.purpose().what());
      }
      if (each.purpose() == Purpose.LINT) {
        linted = true;
        if (!each.ignored()) {
          context.satisfied(
              RoadmapItem.DEV_4, each.location(), "The style guide is enforced: a linter is run");
        }
      }
    }
    Optional<Location> at = Seen.repository(context);
    boolean known =
        !project.manifests(Pipeline.class).isEmpty() && Seen.elsewhere(project).isEmpty();
    if (!linted && known && at.isPresent()) {
      context.report(at.get(), "No pipeline runs a linter");
    }
  }
}
