package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Shell commands that a library makes of what its callers hand over. */
@RuleInfo(
    id = "injection-os-command-library",
    title = "A parameter of the package's API becomes part of a shell command",
    severity = Severity.HIGH,
    cwe = 78,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Who calls a library expects a name to be taken as a name. Put into a command, it is read"
            + " by a shell: callers that pass on what users typed let these users run commands.",
    remedy =
        "Start the program itself with execFile or spawn and an argument array, so that no"
            + " shell reads the parameter.",
    bad =
        @Example(
            """
            const { exec } = require('child_process');
            module.exports = (file, done) => exec('gzip -k ' + file, done);
            """),
    good = {
      @Example(
          """
          const { execFile } = require('child_process');
          module.exports = (file, done) => execFile('gzip', ['-k', file], done);
          """),
      @Example(
          """
          const { exec } = require('child_process');
          module.exports = (command, done) => exec(command, done);
          """)
    })
public final class CommandFromCaller implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("library")
            .to("command-injection")
            .composed("library")
            .intended("cmd", "command", "commands", "script", "shell", "cmdline", "exec")
            .silences("injection-spawn-shell-true")
            .message("{source} becomes part of the shell command in {sink}"));
  }
}
