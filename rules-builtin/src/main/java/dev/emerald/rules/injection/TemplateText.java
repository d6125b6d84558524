package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Templates put together from outside data. */
@RuleInfo(
    id = "injection-ssti",
    title = "Outside data becomes part of a template",
    severity = Severity.CRITICAL,
    cwe = {1336, 94},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why = "Template engines compile their text to code: tags in the data are run on the server.",
    remedy = "Keep templates constant and hand the data over as their locals.",
    bad =
        @Example(
            """
            const ejs = require('ejs');
            const app = require('express')();
            app.get('/hello', (req, res) => res.json(ejs.render('Hello ' + req.query.name)));
            """),
    good =
        @Example(
            """
            const ejs = require('ejs');
            const app = require('express')();
            app.get('/hello', (req, res) => res.json(ejs.render('Hello <%= name %>', { name: req.query.name })));
            """))
public final class TemplateText implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("template-injection")
            .lower("queue")
            .message("{source} becomes part of the template in {sink}"));
  }
}
