package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Documents that a browser on the server loads. */
@RuleInfo(
    id = "ssrf-headless-html",
    title = "HTML from outside is shown by the server's browser",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = {918, 79},
    owasp = {"A10:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Scripts, images and frames in the HTML are loaded from the server: they read its files"
            + " and the services around it, and the result comes back as a picture or a PDF.",
    remedy = "Clean the HTML, switch scripts off and let requests through to known hosts alone.",
    bad =
        @Example(
            """
            const pdf = require('html-pdf');
            const app = require('express')();
            app.post('/invoice', (req, res) => pdf.create(req.body.html).toStream((e, s) => s.pipe(res)));
            """),
    good =
        @Example(
            """
            const pdf = require('html-pdf');
            const clean = require('sanitize-html');
            const app = require('express')();
            app.post('/invoice', (req, res) => pdf.create(clean(req.body.html)).toStream((e, s) => s.pipe(res)));
            """))
public final class HeadlessHtml implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("headless-html")
            .lower("queue")
            .message("{source} is loaded as a page by {sink}"));
  }
}
