package dev.emerald.rules.pipeline;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineJob;
import dev.emerald.spi.pipeline.PipelineScript;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellWord;
import java.util.List;

/** Commands that whatever prints to the log can give. */
@RuleInfo(
    id = "ci-unsecure-commands",
    title = "The workflow obeys commands that stand in its own output",
    severity = Severity.MEDIUM,
    cwe = {749, 78},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.CI_1,
    why =
        "With set-env and add-path in force, any program that prints a text of an outsider, a test"
            + " or a title, lets him set PATH or NODE_OPTIONS for the steps that follow.",
    remedy = "Write to the files $GITHUB_ENV and $GITHUB_PATH, and remove the setting.",
    bad =
        @Example(
            file = ".github/workflows/a.yml",
            value =
                """
                on: push
                env:
                  ACTIONS_ALLOW_UNSECURE_COMMANDS: true
                jobs:
                  a:
                    runs-on: ubuntu-latest
                    steps:
                      - run: echo "::set-env name=A::1"
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
                      - run: echo "A=1" >> "$GITHUB_ENV"
                """))
public final class UnsecureCommands implements Rule {

  private static final String SETTING = "ACTIONS_ALLOW_UNSECURE_COMMANDS";

  @Override
  public void register(Hooks on) {
    on.manifest(Pipeline.class, UnsecureCommands::check);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    checkSetting(pipeline, pipeline.yaml(), context);
    for (PipelineJob job : pipeline.jobs()) {
      checkSetting(pipeline, job.yaml(), context);
      for (PipelineStep step : job.steps()) {
        checkSetting(pipeline, step.yaml(), context);
        for (PipelineScript script : step.scripts()) {
          check(script, context);
        }
      }
    }
  }

  private static void checkSetting(Pipeline pipeline, YamlValue holder, RuleContext context) {
    for (YamlMember member : holder.member("env").map(YamlValue::members).orElse(List.of())) {
      boolean on = member.value().asString().orElse("").equalsIgnoreCase("true");
      if (member.name().equals(SETTING) && on) {
        context.report(
            pipeline.location(member.key().span()), "Commands in the output are obeyed again");
      }
    }
  }

  private static void check(PipelineScript script, RuleContext context) {
    for (ShellCommand command : script.script().commands()) {
      for (ShellWord word : command.words()) {
        if (word.text().startsWith("::set-env ") || word.text().startsWith("::add-path::")) {
          context.report(script.location(command), "The command is given in the output");
        }
      }
    }
  }
}
