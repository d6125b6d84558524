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

/** Repositories without a pipeline, or whose pipeline tests nothing before a change is merged. */
@RuleInfo(
    id = "ci-no-tests",
    title = "No pipeline runs the tests on every change",
    severity = Severity.LOW,
    weight = Weight.DECIDES,
    cwe = 1120,
    roadmap = RoadmapItem.CI_3,
    why =
        "What nobody runs on every change is found broken later, by somebody else, among other"
            + " changes; a mended flaw comes back unseen.",
    remedy =
        "Run npm ci and npm test in a pipeline on every pull request. Checks that are set up on the"
            + " hosting site leave no file; say so in the configuration.",
    bad =
        @Example(
            file = ".github/workflows/deploy.yml",
            packageJson = "{ \"name\": \"a\", \"scripts\": { \"test\": \"mocha\" } }",
            value =
                """
                on: push
                jobs:
                  deploy:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm ci && npm run deploy
                """),
    good =
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
                """))
public final class MissingPipeline implements Rule {

  @Override
  public void register(Hooks on) {
    Seen.markRepository(on);
    on.project(MissingPipeline::check);
  }

  private static void check(Project project, RuleContext context) {
    List<Seen> seen = Seen.in(project);
    for (Seen each : seen) {
      if (each.purpose() == Purpose.TEST && each.onChanges()) {
        context.satisfied(RoadmapItem.CI_3, each.location(), "On every change tests are run");
      }
    }
    Optional<Location> at = Seen.repository(context);
    if (at.isEmpty()
        || seen.stream().anyMatch(each -> each.purpose() == Purpose.TEST && each.onChanges())) {
      return;
    }
    if (project.manifests(Pipeline.class).isEmpty()) {
      context.report(at.get(), "There is no pipeline that checks changes");
    } else if (!Seen.elsewhere(project).isEmpty()) {
      context.notAssessed(
          RoadmapItem.CI_3,
          project.packages().get(0),
          "jobs are kept in " + Seen.elsewhere(project).get(0).name());
    } else if (Seen.any(seen, Purpose.TEST)) {
      context.report(at.get(), "Tests run only after a change is merged");
    } else {
      context.report(at.get(), "No pipeline runs tests");
    }
  }
}
