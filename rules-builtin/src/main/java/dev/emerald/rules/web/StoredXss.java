package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Pages made of what somebody stored. */
@RuleInfo(
    id = "xss-stored",
    title = "What was stored is sent as HTML",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 79,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Names of files and rows of a database are what users once sent: a script that one of them"
            + " put there runs for all who look at it.",
    remedy =
        "Escape what is put into pages, whatever it comes from, and encode what becomes part of an"
            + " address.",
    bad =
        @Example(
            """
            const fs = require('fs');
            const http = require('http');
            http.createServer((req, res) => {
              fs.readdir('uploads', (error, names) => res.end('<li>' + names.join('<li>')));
            }).listen(80);
            """),
    good =
        @Example(
            """
            const fs = require('fs');
            const http = require('http');
            const escape = require('escape-html');
            http.createServer((req, res) => {
              fs.readdir('uploads', (error, names) => res.end('<li>' + names.map((n) => escape(n)).join('<li>')));
            }).listen(80);
            """))
public final class StoredXss implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("stored")
            .to("xss")
            .silences("xss-template-unescaped")
            .composed("stored")
            .message("{source} is sent as HTML by {sink}"));
  }
}
