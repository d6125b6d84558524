package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Shell commands made of what the operator sets. */
@RuleInfo(
    id = "injection-os-command-indirect",
    title = "Arguments or environment variables reach a shell",
    severity = Severity.MEDIUM,
    confidence = Confidence.LOW,
    cwe = 78,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Whoever starts the program may run commands anyway; but arguments and variables also"
            + " come from scripts and pipelines that pass on what others wrote, and a blank in a"
            + " folder's name is enough to break the command.",
    remedy = "Start the program itself with execFile or spawn and an argument array.",
    bad =
        @Example(
            """
            const { execSync } = require('child_process');
            execSync('tar xf ' + process.argv[2]);
            """),
    good =
        @Example(
            """
            const { execFileSync } = require('child_process');
            execFileSync('tar', ['xf', process.argv[2]]);
            """))
public final class CommandFromOperator implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("cli", "env")
            .to("command-injection")
            .composed("cli", "env")
            .message("{source} reaches a shell through {sink}"));
  }
}
