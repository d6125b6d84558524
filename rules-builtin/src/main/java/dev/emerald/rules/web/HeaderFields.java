package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Headers that strangers write. */
@RuleInfo(
    id = "web-header-injection",
    title = "Data from a request becomes a header of the answer",
    severity = Severity.LOW,
    confidence = Confidence.LOW,
    cwe = {113, 644},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "Node.js refuses line breaks in headers, but a value of the sender's choice still sets"
            + " cookies, policies or types that the page never asked for.",
    remedy = "Keep names of headers constant and encode what goes into their values.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/', (req, res) => res.set('X-Trace', 'id=' + req.query.trace).end());
            """),
    good =
        @Example(
            """
            const app = require('express')();
            app.get('/', (req, res) => res.set('X-Trace', 'id=' + encodeURIComponent(req.query.trace)).end());
            """))
public final class HeaderFields implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("header-injection")
            .message("{source} becomes a header through {sink}"));
  }
}
