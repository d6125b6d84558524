package dev.emerald.rules.pipeline;

import dev.emerald.rules.pipeline.Expressions.Expression;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlScalar;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineScript;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.pipeline.PipelineSystem;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellWord;
import java.util.Optional;
import java.util.Set;

/** Texts of outsiders that become code of a pipeline. */
@RuleInfo(
    id = "ci-script-injection",
    title = "A text that an outsider writes becomes part of a script",
    severity = Severity.CRITICAL,
    cwe = {78, 94},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.CI_1,
    why =
        "The text is put into the script before the shell reads it: whoever names a branch or"
            + " writes a title runs commands in the pipeline, with its token and its secrets.",
    remedy =
        "Put the text into a variable of the step (env:) and write \"$TITLE\" in the script, in"
            + " quotes; in actions/github-script read it from context.payload or process.env.",
    bad = {
      @Example(
          file = ".github/workflows/greet.yml",
          value =
              """
              on: issues
              permissions: {}
              jobs:
                greet:
                  runs-on: ubuntu-latest
                  steps:
                    - run: echo "Thanks for ${{ github.event.issue.title }}"
              """),
      @Example(
          file = ".gitlab-ci.yml",
          value =
              """
              notify:
                script:
                  - ./notify.sh $CI_COMMIT_MESSAGE
              """)
    },
    good =
        @Example(
            file = ".github/workflows/greet.yml",
            value =
                """
                on: issues
                permissions: {}
                jobs:
                  greet:
                    runs-on: ubuntu-latest
                    steps:
                      - run: echo "Thanks for $TITLE"
                        env:
                          TITLE: ${{ github.event.issue.title }}
                """))
public final class ScriptInjection implements Rule {

  private static final Set<String> GITLAB_TEXTS =
      Set.of(
          "$CI_COMMIT_MESSAGE",
          "${CI_COMMIT_MESSAGE}",
          "$CI_COMMIT_TITLE",
          "${CI_COMMIT_TITLE}",
          "$CI_COMMIT_DESCRIPTION",
          "${CI_COMMIT_DESCRIPTION}",
          "$CI_MERGE_REQUEST_TITLE",
          "${CI_MERGE_REQUEST_TITLE}",
          "$CI_MERGE_REQUEST_DESCRIPTION",
          "${CI_MERGE_REQUEST_DESCRIPTION}");

  @Override
  public void register(Hooks on) {
    on.manifest(Pipeline.class, ScriptInjection::check);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    for (PipelineStep step : pipeline.steps()) {
      for (PipelineScript script : step.scripts()) {
        if (pipeline.system() == PipelineSystem.GITLAB_CI) {
          checkGitLab(script, context);
        } else {
          checkGitHub(pipeline, script, context);
        }
      }
      boolean runsScript = step.uses("actions/github-script");
      Optional<YamlValue> script = runsScript ? step.yaml().at("with", "script") : Optional.empty();
      if (script.isPresent() && script.get() instanceof YamlScalar scalar) {
        checkGitHub(pipeline, PipelineScript.of(pipeline.source(), scalar), context);
      }
    }
  }

  private static void checkGitHub(Pipeline pipeline, PipelineScript script, RuleContext context) {
    for (Expression expression : Expressions.in(script.script().text())) {
      String text = Expressions.outsiders(expression.text());
      boolean input =
          pipeline.system() == PipelineSystem.GITHUB_ACTION
              && expression.text().startsWith("inputs.");
      if (!text.isEmpty() || input) {
        Problem problem =
            Problem.at(
                script.location(expression.start(), expression.end()),
                "'" + (input ? expression.text() : text) + "' is put into the script as code");
        context.report(sureness(pipeline, text, input, problem));
      }
    }
  }

  /** Who writes the text of a push has the right to write; an action's inputs are its caller's. */
  private static Problem sureness(Pipeline pipeline, String text, boolean input, Problem problem) {
    if (input) {
      return problem.withConfidence(Confidence.LOW);
    }
    boolean pullRequest =
        pipeline.startsOn("pull_request") || pipeline.startsOn("pull_request_target");
    boolean needsPullRequest = text.equals("github.head_ref") || text.contains(".pull_request.");
    if (needsPullRequest && !pullRequest && pipeline.system() == PipelineSystem.GITHUB_ACTIONS) {
      return problem.withConfidence(Confidence.MEDIUM);
    }
    return problem;
  }

  private static void checkGitLab(PipelineScript script, RuleContext context) {
    for (ShellCommand command : script.script().commands()) {
      for (ShellWord word : command.words()) {
        boolean evaluated = command.name().equals("eval");
        if (!word.literal() && (!word.quoted() || evaluated) && isOutsiders(word.text())) {
          context.report(
              Problem.at(
                      script.location(word.start(), word.end()),
                      "'" + word.text() + "' stands without quotes: its words become arguments")
                  .withConfidence(evaluated ? Confidence.HIGH : Confidence.MEDIUM));
        }
      }
    }
  }

  private static boolean isOutsiders(String word) {
    return GITLAB_TEXTS.stream().anyMatch(word::contains);
  }
}
