package dev.emerald.rules.dos;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Memory and time that a number of a request asks for. */
@RuleInfo(
    id = "dos-resource-exhaustion",
    title = "A number of a request decides how much memory or time is taken",
    severity = Severity.MEDIUM,
    cwe = 770,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A single request that asks for two gigabytes, or for a text repeated a billion times, ends"
            + " the process or keeps it from answering anybody else.",
    remedy = "Compare the number with the most that is needed, or take Math.min of both.",
    bad = {
      @Example(
          """
          const app = require('express')();
          app.post('/noise', (req, res) => res.send(Buffer.alloc(Number(req.query.size))));
          """),
      @Example(
          """
          const app = require('express')();
          app.get('/line', (req, res) => res.send('-'.repeat(req.query.width)));
          """)
    },
    good = {
      @Example(
          """
          const app = require('express')();
          app.get('/line', (req, res) => res.send('-'.repeat(Math.min(req.query.width, 200))));
          """),
      @Example(
          """
          const app = require('express')();
          app.post('/noise', (req, res) => {
            const size = Number(req.query.size);
            if (!(size <= 4096)) return res.status(400).end();
            res.send(Buffer.alloc(size));
          });
          """)
    })
public final class AmountFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("resource-exhaustion")
            .lower("queue")
            .message("{source} decides without a limit how much {sink} takes"));
  }
}
