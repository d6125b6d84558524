package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Addresses that clients make up. */
@RuleInfo(
    id = "web-client-ip-spoof",
    title = "A header says which address a client may come in from",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {348, 290},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_6,
    why =
        "Anybody sends X-Forwarded-For: 127.0.0.1, or another address with each request. Proxies"
            + " add to the header; what stands first in it is the client's own word.",
    remedy =
        "Say which proxies are trusted (app.set('trust proxy', 1)) and ask for req.ip, or take the"
            + " address that the last trusted proxy added.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.use('/admin', (req, res, next) => {
              const ip = req.headers['x-forwarded-for'] || req.socket.remoteAddress;
              return ip === '127.0.0.1' ? next() : res.sendStatus(403);
            });
            """),
    good =
        @Example(
            """
            const app = require('express')();
            app.set('trust proxy', 1);
            app.use('/admin', (req, res, next) => (req.ip === '127.0.0.1' ? next() : res.sendStatus(403)));
            """))
public final class ClientAddress implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("forwarded")
            .to("address-check")
            .message("{source} is what the client says, and {sink} decides by it"));
  }
}
