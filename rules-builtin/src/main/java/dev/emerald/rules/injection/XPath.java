package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** XPath put together from outside data. */
@RuleInfo(
    id = "injection-xpath",
    title = "Outside data becomes part of an XPath expression",
    severity = Severity.HIGH,
    cwe = 643,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A quote in the data ends the value, and the expression selects what the author never"
            + " meant to show.",
    remedy =
        "Bind the data to a variable of the expression, or let through names of letters and"
            + " digits alone.",
    bad =
        @Example(
            """
            const xpath = require('xpath');
            const app = require('express')();
            app.get('/user', (req, res) => {
              res.json(xpath.select(`//user[name='${req.query.name}']`, app.locals.document).length);
            });
            """),
    good =
        @Example(
            """
            const xpath = require('xpath');
            const app = require('express')();
            const byName = xpath.parse('//user[name=$name]');
            app.get('/user', (req, res) => {
              const variables = { name: req.query.name };
              res.json(byName.select({ node: app.locals.document, variables }).length);
            });
            """))
public final class XPath implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue", "library")
            .to("xpath-injection")
            .lower("queue", "library")
            .composed("library")
            .message("{source} becomes part of the XPath expression in {sink}"));
  }
}
