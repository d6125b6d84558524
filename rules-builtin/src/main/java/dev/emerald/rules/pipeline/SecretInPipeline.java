package dev.emerald.rules.pipeline;

import dev.emerald.rules.pipeline.Expressions.Expression;
import dev.emerald.spi.finding.Confidence;
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
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellWord;
import java.util.List;

/** Secrets that a pipeline writes into its log or gives away. */
@RuleInfo(
    id = "ci-secret-exposed",
    title = "A secret of the pipeline is printed, or handed on whole",
    severity = Severity.HIGH,
    cwe = {532, 522},
    owasp = {"A09:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Logs are read by more people than secrets, are kept for months, and services mask only the"
            + " exact text: a part, a quoted or an encoded form goes through.",
    remedy =
        "Give a secret to the one step that needs it, as a variable; print nothing of it; name the"
            + " secrets that a reusable workflow gets.",
    bad = {
      @Example(
          file = ".github/workflows/deploy.yml",
          value =
              """
              on: push
              jobs:
                deploy:
                  runs-on: ubuntu-latest
                  steps:
                    - run: echo "token is ${{ secrets.DEPLOY_TOKEN }}"
              """),
      @Example(
          file = ".github/workflows/deploy.yml",
          value =
              """
              on: push
              jobs:
                deploy:
                  runs-on: ubuntu-latest
                  env:
                    ALL: ${{ toJSON(secrets) }}
                  steps:
                    - run: ./deploy.sh
              """)
    },
    good =
        @Example(
            file = ".github/workflows/deploy.yml",
            value =
                """
                on: push
                jobs:
                  deploy:
                    runs-on: ubuntu-latest
                    steps:
                      - run: ./deploy.sh
                        env:
                          TOKEN: ${{ secrets.DEPLOY_TOKEN }}
                      - run: echo "//registry.example/:_authToken=${{ secrets.NPM }}" > .npmrc
                """))
public final class SecretInPipeline implements Rule {

  private static final int DEEPEST = 12;

  @Override
  public void register(Hooks on) {
    on.manifest(Pipeline.class, SecretInPipeline::check);
  }

  private static void check(Pipeline pipeline, RuleContext context) {
    handedOn(pipeline, pipeline.yaml(), 0, context);
    for (PipelineJob job : pipeline.jobs()) {
      boolean foreign = job.use().isPresent() && !job.use().get().local();
      if (foreign
          && job.yaml()
              .member("secrets")
              .flatMap(YamlValue::asString)
              .orElse("")
              .equals("inherit")) {
        context.report(
            Problem.at(
                    pipeline.location(job.yaml().member("secrets").orElseThrow().span()),
                    "A workflow of another repository gets every secret")
                .withConfidence(Confidence.MEDIUM));
      }
      for (PipelineStep step : job.steps()) {
        for (PipelineScript script : step.scripts()) {
          check(script, context);
        }
      }
    }
  }

  /** Finds {@code toJSON(secrets)} wherever it stands. */
  private static void handedOn(Pipeline pipeline, YamlValue value, int depth, RuleContext context) {
    if (depth > DEEPEST) {
      return;
    }
    for (YamlMember member : value.members()) {
      handedOn(pipeline, member.value(), depth + 1, context);
    }
    for (YamlValue element : value.elements()) {
      handedOn(pipeline, element, depth + 1, context);
    }
    String text = value.asString().orElse("");
    for (Expression expression : Expressions.in(text)) {
      if (expression.text().replace(" ", "").equalsIgnoreCase("toJSON(secrets)")) {
        context.report(pipeline.location(value.span()), "All secrets are handed on at once");
      }
    }
  }

  private static void check(PipelineScript script, RuleContext context) {
    boolean traced = false;
    for (ShellCommand command : script.script().commands()) {
      boolean prints = command.name().equals("echo") || command.name().equals("printf");
      boolean tracing = command.name().equals("set") && traces(command);
      for (ShellWord word : command.words()) {
        boolean secret = hasSecret(word.text());
        if (secret && prints && isPrinted(script, command)) {
          context.report(script.location(command), "The command prints a secret into the log");
          break;
        }
        if (secret && traced) {
          context.report(
              script.location(command), "The shell prints the command with its secret: set -x");
          break;
        }
      }
      traced |= tracing;
    }
  }

  private static boolean traces(ShellCommand set) {
    return set.arguments().stream()
        .anyMatch(
            word -> word.option() && !word.text().startsWith("--") && word.text().contains("x"));
  }

  private static boolean hasSecret(String text) {
    for (Expression expression : Expressions.in(text)) {
      boolean whole =
          expression.text().startsWith("secrets.") || expression.text().startsWith("secrets[");
      if (whole
          && !expression.text().contains("==")
          && !expression.text().contains("!=")
          && !expression.text().contains("&&")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the output of a command ends in the log: not in a file, another command, a variable.
   */
  private static boolean isPrinted(PipelineScript script, ShellCommand command) {
    if (!command.redirections().isEmpty() || command.substituted()) {
      return false;
    }
    for (ShellWord word : command.words()) {
      if (word.text().startsWith("::add-mask::")) {
        return false;
      }
    }
    List<ShellCommand> commands = script.script().commands();
    int next = commands.indexOf(command) + 1;
    // Groups may be redirected as a whole, which their commands do not show.
    int after = command.end();
    String text = script.script().text();
    int line = text.indexOf('\n', after);
    String rest = text.substring(after, line < 0 ? text.length() : line);
    boolean grouped = rest.contains(">");
    return !grouped
        && (next >= commands.size() || commands.get(next).joint() != ShellCommand.Joint.PIPE);
  }
}
