package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** XML from strangers, read with a parser that opens what it names. */
@RuleInfo(
    id = "xxe",
    title = "A parser resolves entities of XML from outside",
    severity = Severity.CRITICAL,
    cwe = {611, 827},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "An entity can name a file or an address: its content comes back in the document, or"
            + " the server is made to send requests.",
    remedy = "Leave the options noent, replaceEntities and dtdload off.",
    bad =
        @Example(
            """
            const libxml = require('libxmljs');
            const app = require('express')();
            app.post('/feed', (req, res) => {
              res.json(libxml.parseXml(req.body, { noent: true }).get('//title').text());
            });
            """),
    good =
        @Example(
            """
            const libxml = require('libxmljs');
            const app = require('express')();
            app.post('/feed', (req, res) => res.json(libxml.parseXml(req.body).get('//title').text()));
            """))
public final class ExternalEntities implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue", "library")
            .to("xxe")
            .lower("queue", "library")
            .message("{source} is parsed with external entities by {sink}"));
  }
}
