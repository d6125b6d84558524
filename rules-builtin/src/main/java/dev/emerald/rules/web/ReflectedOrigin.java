package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Answers that every site may read, whichever it is. */
@RuleInfo(
    id = "web-cors-credentials-reflect",
    title = "Whatever origin asks may read the answer",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = {346, 942},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "The browser shares the answer with the origin that the header names. To name the one that"
            + " asks is to share it with all, and with cookies if credentials are allowed too.",
    remedy = "Look the origin up in a constant list before it is sent back.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.use((req, res, next) => {
              res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
              next();
            });
            """),
    good =
        @Example(
            """
            const app = require('express')();
            const ORIGINS = ['https://shop.example'];
            app.use((req, res, next) => {
              if (ORIGINS.includes(req.headers.origin)) {
                res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
              }
              next();
            });
            """))
public final class ReflectedOrigin implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("cors-origin")
            .message("{source} is allowed to read the answer by {sink}"));
  }
}
