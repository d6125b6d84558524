package dev.emerald.rules.health;

import dev.emerald.spi.ast.DebuggerStatement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Breakpoints left behind. */
@RuleInfo(
    id = "health-debugger",
    title = "A debugger statement is left in the code",
    severity = Severity.LOW,
    cwe = 489,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_4,
    why =
        "With an inspector attached the process stops here, for everybody; without one it shows"
            + " that unfinished code was released.",
    remedy = "Remove it.",
    bad = @Example("module.exports = (x) => { debugger; return x; };"),
    good = @Example("module.exports = (x) => { const debug = x; return debug; };"))
public final class Debugger implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(
        DebuggerStatement.class,
        (statement, context) -> context.report(statement, "The program stops here"));
  }
}
