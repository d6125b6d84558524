package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Regular expressions that strangers write. */
@RuleInfo(
    id = "regex-injection",
    title = "Data from a request becomes a regular expression",
    severity = Severity.HIGH,
    cwe = {1333, 730, 400},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A pattern such as (a+)+$ keeps the process busy for ever: no other request is answered"
            + " meanwhile.",
    remedy = "Escape the data for use in a pattern, or search for text with includes.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/find', (req, res) => {
              const pattern = new RegExp(req.query.text, 'i');
              res.json(app.locals.names.filter((name) => pattern.test(name)));
            });
            """),
    good =
        @Example(
            """
            const escape = require('escape-string-regexp');
            const app = require('express')();
            app.get('/find', (req, res) => {
              const pattern = new RegExp(escape(req.query.text), 'i');
              res.json(app.locals.names.filter((name) => pattern.test(name)));
            });
            """))
public final class RegexFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("regex-injection")
            .lower("queue")
            .message("{source} becomes the regular expression in {sink}"));
  }
}
