package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlValue;
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
import java.util.Optional;

/** Tokens that may do everything. */
@RuleInfo(
    id = "ci-permissions-write-all",
    title = "The token of the workflow may write everything",
    severity = Severity.MEDIUM,
    weight = Weight.DECIDES,
    cwe = {269, 732},
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.CI_1,
    why =
        "Every step, action and install script of the job can push code, publish packages and"
            + " change releases with the token.",
    remedy = "Name what a job needs, such as contents: read, and nothing else.",
    bad =
        @Example(
            file = ".github/workflows/a.yml",
            value =
                """
                on: push
                permissions: write-all
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
                permissions:
                  contents: read
                jobs:
                  a:
                    runs-on: ubuntu-latest
                    steps:
                      - run: npm ci
                """))
public final class BroadPermissions implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Pipeline.class, BroadPermissions::check);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    if (pipeline.system() == PipelineSystem.GITHUB_ACTIONS) {
      check(pipeline, pipeline.yaml(), context);
      for (PipelineJob job : pipeline.jobs()) {
        check(pipeline, job.yaml(), context);
      }
    }
  }

  private static void check(Pipeline pipeline, YamlValue holder, RuleContext context) {
    Optional<YamlValue> permissions = holder.member("permissions");
    if (permissions.flatMap(YamlValue::asString).orElse("").equals("write-all")) {
      context.report(
          pipeline.location(permissions.orElseThrow().span()), "The token may write everything");
    }
  }
}
