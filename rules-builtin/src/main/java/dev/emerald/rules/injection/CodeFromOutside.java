package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Code that strangers have a say in. */
@RuleInfo(
    id = "injection-code",
    title = "Data from a request is run as code",
    severity = Severity.CRITICAL,
    cwe = {94, 95},
    owasp = {"A03:2021"},
    roadmap = {RoadmapItem.DEP_5, RoadmapItem.DEV_4},
    why =
        "Text that is run as code does whatever its author wants, with all rights of the"
            + " process.",
    remedy =
        "Parse data with JSON.parse, choose functions from a table by name; for formulas, use"
            + " an interpreter that knows nothing but arithmetic.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/sum', (req, res) => res.json(eval(req.query.formula)));
            """),
    good =
        @Example(
            """
            const app = require('express')();
            app.get('/sum', (req, res) => res.json(Number(req.query.a) + Number(req.query.b)));
            """))
public final class CodeFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("code-injection")
            .silences("injection-eval-use", "injection-vm-sandbox")
            .message("{source} is run as code by {sink}"));
  }
}
