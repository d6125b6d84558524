package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Lines of logs that strangers write. */
@RuleInfo(
    id = "injection-log",
    title = "Outside data may add lines to a log",
    severity = Severity.LOW,
    confidence = Confidence.LOW,
    cwe = 117,
    owasp = {"A09:2021"},
    roadmap = RoadmapItem.DEP_4,
    why = "A line break in the data starts a new entry that the program never made.",
    remedy = "Log objects with a logger that writes JSON, or take line breaks out.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/', (req, res) => {
              console.log('visited by ' + req.query.name);
              res.end();
            });
            """),
    good =
        @Example(
            """
            const app = require('express')();
            app.get('/', (req, res) => {
              console.log('visited by ' + JSON.stringify(req.query.name));
              res.end();
            });
            """))
public final class LogLines implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("log-injection")
            .message("{source} may add lines to the log through {sink}"));
  }
}
