package dev.emerald.rules.dos;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Entities of XML that stand for each other, a hundred times each. */
@RuleInfo(
    id = "dos-xml-bomb",
    title = "Entities of XML from outside are expanded without a limit",
    severity = Severity.HIGH,
    cwe = 776,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A document of a kilobyte can define ten entities of which each stands for ten of the one"
            + " before: expanded they are gigabytes.",
    remedy =
        "Parse with a library that does not expand entities that a document defines, such as sax or"
            + " fast-xml-parser with processEntities off; leave the options noent and huge off.",
    bad =
        @Example(
            """
            const { toJson } = require('xml2json');
            const app = require('express')();
            app.post('/feed', (req, res) => res.json(toJson(req.body)));
            """),
    good = {
      @Example(
          """
          const { XMLParser } = require('fast-xml-parser');
          const app = require('express')();
          const parser = new XMLParser({ processEntities: false });
          app.post('/feed', (req, res) => res.json(parser.parse(req.body)));
          """),
      @Example(
          """
          const libxml = require('libxmljs');
          const app = require('express')();
          app.post('/feed', (req, res) => res.json(libxml.parseXml(req.body).get('//title').text()));
          """)
    })
public final class EntityExpansion implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("xml-bomb")
            .lower("queue")
            .message("The entities of {source} are expanded by {sink}"));
  }
}
