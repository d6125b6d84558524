package dev.emerald.rules.injection;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.values.Settings;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.ConditionalExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.ObjectView;
import java.util.Set;

/** Arguments that go through a shell. */
@RuleInfo(
    id = "injection-spawn-shell-true",
    title = "Arguments of a command go through a shell",
    severity = Severity.MEDIUM,
    cwe = 78,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "With the option the arguments are joined and read by a shell: a space, a quote or a"
            + " semicolon in one of them is no longer part of it, and may start a command of its"
            + " own.",
    remedy = "Leave the option out: the arguments then reach the program as they are.",
    bad = {
      @Example(
          """
          const { spawn } = require('child_process');
          module.exports = (file) => spawn('convert', [file, 'out.png'], { shell: true });
          """),
      @Example(
          """
          import { execa } from 'execa';
          export const build = (target) => execa('make', [target], { shell: '/bin/bash' });
          """)
    },
    good = {
      @Example(
          """
          const { spawn } = require('child_process');
          module.exports = (file) => spawn('convert', [file, 'out.png']);
          """),
      @Example(
          value =
              """
              const { spawn } = require('child_process');
              spawn('npm', ['run', 'build'], { shell: true });
              """,
          note = "Nothing but constants."),
      @Example(
          value =
              """
              const { spawn } = require('child_process');
              module.exports = (file) =>
                spawn('npm', ['run', file], { shell: process.platform === 'win32' });
              """,
          note = "Needed to start .cmd files; decided at run time.")
    })
public final class ShellSpawn implements Rule {

  private static final Set<String> TOOLS =
      Set.of("scripts", "script", "build", "tools", "tool", "tasks", "release", "ci", ".github");

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf(
            "child_process.{spawn,spawnSync,execFile,execFileSync,fork}",
            "cross-spawn",
            "cross-spawn.{spawn,sync}",
            "execa",
            "execa.{execa,execaSync,sync}"),
        this::check);
  }

  private void check(Invocation call, FileContext context) {
    for (int i = 1; i <= 2; i++) {
      ObjectView options = Settings.argument(call, i, context.scopes());
      Expression shell = options == null ? null : options.get("shell");
      Constant value = shell == null ? null : context.scopes().constantOf(shell);
      if (shell != null && value != null && value.truthy() && varies(call, context)) {
        Node place = Settings.place(call, shell, context);
        Problem problem =
            Problem.at(context.location(place), "A shell reads the command and its arguments");
        context.report(
            isTool(context.file().path()) ? problem.withConfidence(Confidence.LOW) : problem);
        return;
      }
    }
  }

  /** Whether a file is run by the developers themselves, by the folder it lies in. */
  private static boolean isTool(String path) {
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      if (TOOLS.contains(path.substring(start, slash))) {
        return true;
      }
      start = slash + 1;
    }
    return false;
  }

  /** Whether the command or one of its arguments is no constant. */
  private static boolean varies(Invocation call, FileContext context) {
    Expression command = call.argument(0);
    if (command == null || !isFixed(command, context)) {
      return true;
    }
    Expression arguments = call.argument(1);
    if (arguments == null || context.scopes().objectOf(arguments) != null) {
      return false;
    }
    return !(context.scopes().origin(arguments) instanceof ArrayExpression array)
        || array.elements().stream()
            .anyMatch(element -> element == null || !isFixed(element, context));
  }

  /** Whether a value is a constant, or one of two: {@code windows ? 'npm.cmd' : 'npm'}. */
  private static boolean isFixed(Expression value, FileContext context) {
    if (context.scopes().constantOf(value) != null) {
      return true;
    }
    return context.scopes().origin(value) instanceof ConditionalExpression choice
        && context.scopes().constantOf(choice.consequent()) != null
        && context.scopes().constantOf(choice.alternate()) != null;
  }
}
