package dev.emerald.rules.web;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Pages that strangers write. */
@RuleInfo(
    id = "xss-reflected",
    title = "Data from a request is sent back as HTML",
    severity = Severity.HIGH,
    cwe = 79,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A browser runs scripts in the page as the site's own: a link with a script in it acts"
            + " with the rights of whoever follows it.",
    remedy =
        "Escape the data for the place it is put in, leave it to a template that escapes, or"
            + " answer with res.json.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/hello', (req, res) => res.send('<h1>Hello ' + req.query.name + '</h1>'));
            """),
    good = {
      @Example(
          """
          const escape = require('escape-html');
          const app = require('express')();
          app.get('/hello', (req, res) => res.send('<h1>Hello ' + escape(req.query.name) + '</h1>'));
          """),
      @Example(
          """
          const app = require('express')();
          app.get('/hello', (req, res) => res.json({ name: req.query.name }));
          """)
    })
public final class ReflectedXss implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("xss")
            .silences("xss-template-unescaped", "xss-stored", "xss-exception")
            .lower("queue")
            .message("{source} is sent as HTML by {sink}"));
  }
}
