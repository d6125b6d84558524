package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Pages that quote errors. */
@RuleInfo(
    id = "xss-exception",
    title = "The text of an error, which quotes the request, is sent as HTML",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {79, 209},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_4,
    why =
        "Errors of parsers and of the file system quote what they were given. A script in it runs"
            + " in the browser as the site's own.",
    remedy = "Answer with a sentence of your own, or as JSON; log the error.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/filter', (req, res) => {
              try {
                res.json(JSON.parse(req.query.filter));
              } catch (error) {
                res.status(400).send(error.message);
              }
            });
            """),
    good =
        @Example(
            """
            const app = require('express')();
            app.get('/filter', (req, res) => {
              try {
                res.json(JSON.parse(req.query.filter));
              } catch (error) {
                res.status(400).json({ error: error.message });
              }
            });
            """))
public final class ExceptionXss implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("exception")
            .to("xss")
            .message("An error quotes {source}, and {sink} sends it as HTML"));
  }
}
