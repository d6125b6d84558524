package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Options of template engines that strangers set. */
@RuleInfo(
    id = "injection-template-object",
    title = "A whole request object fills a template",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = {73, 94},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Engines look among the locals for their own options: layout, settings,"
            + " outputFunctionName and the like read files or become code.",
    remedy = "Pick the fields that the template needs, one by one.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/hello', (req, res) => res.render('hello', req.query));
            """),
    good =
        @Example(
            """
            const app = require('express')();
            app.get('/hello', (req, res) => res.render('hello', { name: String(req.query.name) }));
            """))
public final class TemplateLocals implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("template-object-injection")
            .message("{source} as a whole fills the template in {sink}"));
  }
}
