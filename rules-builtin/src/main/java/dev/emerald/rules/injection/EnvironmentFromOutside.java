package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Environment variables that strangers set. */
@RuleInfo(
    id = "injection-env",
    title = "Data from a request sets environment variables",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = {74, 99},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Variables such as NODE_OPTIONS and LD_PRELOAD make a child process run code of the"
            + " sender's choice.",
    remedy = "Set variables of fixed names to values that were checked.",
    bad =
        @Example(
            """
            const { fork } = require('child_process');
            const app = require('express')();
            app.post('/job', (req, res) => {
              fork('./job', [], { env: req.body.env });
              res.end();
            });
            """),
    good =
        @Example(
            """
            const { fork } = require('child_process');
            const app = require('express')();
            app.post('/job', (req, res) => {
              fork('./job', [], { env: { LEVEL: String(Number(req.body.level)) } });
              res.end();
            });
            """))
public final class EnvironmentFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("env-injection")
            .lower("queue")
            .message("{source} sets the environment of {sink}"));
  }
}
