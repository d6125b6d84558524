package dev.emerald.rules.pipeline;

import dev.emerald.rules.commands.Installs;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineScript;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.rule.RuleInfo.Weight;
import dev.emerald.spi.shell.ShellCommand;

/** Installs in pipelines that may change what the lock file says. */
@RuleInfo(
    id = "ci-npm-install",
    title = "The pipeline does not hold to the lock file",
    severity = Severity.LOW,
    weight = Weight.ADVICE,
    cwe = {1357, 829},
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "Where package.json and the lock file differ, this install resolves anew and says nothing:"
            + " the tests pass with versions that nobody else has.",
    remedy =
        "npm ci, yarn install --immutable (--frozen-lockfile before Yarn 2), bun ci: they fail"
            + " instead.",
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
                      - run: npm install
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
                      - run: npm ci
                """))
public final class UnlockedPipelineInstall implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Pipeline.class, UnlockedPipelineInstall::check);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    boolean berry = Installs.isBerry(context.project());
    for (PipelineStep step : pipeline.steps()) {
      for (PipelineScript script : step.scripts()) {
        for (ShellCommand command : script.script().commands()) {
          Installs installs = Installs.of(command, berry);
          if (installs == Installs.FROZEN || installs == Installs.FROZEN_IN_CI) {
            context.satisfied(
                RoadmapItem.CI_4,
                script.location(command),
                "The pipeline installs what the lock file says: '" + command + "'");
          } else if (installs == Installs.UNFROZEN) {
            Problem problem =
                Problem.at(
                    script.location(command),
                    "'" + command + "' may install what the lock file does not say");
            boolean locked = Installs.hasLock(context.project(), "package.json");
            context.report(locked ? problem : problem.withConfidence(Confidence.LOW));
          }
        }
      }
    }
  }
}
