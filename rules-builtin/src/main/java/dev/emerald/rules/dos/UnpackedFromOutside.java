package dev.emerald.rules.dos;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Packed data of outsiders that is unpacked whole. */
@RuleInfo(
    id = "dos-decompression-bomb",
    title = "Packed data from outside is unpacked without a limit",
    severity = Severity.MEDIUM,
    cwe = 409,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A megabyte of packed zeros unpacks to a gigabyte, and more in some formats: the limit on"
            + " the size of a body does not hold for what is in it. The process runs out of"
            + " memory.",
    remedy =
        "Give zlib the option maxOutputLength. Where a library has no such option, unpack as a"
            + " stream and stop at a limit.",
    bad =
        @Example(
            """
            const zlib = require('zlib');
            const app = require('express')();
            app.post('/events', (req, res) => {
              res.json(JSON.parse(zlib.gunzipSync(req.body)));
            });
            """),
    good =
        @Example(
            """
            const zlib = require('zlib');
            const app = require('express')();
            app.post('/events', (req, res) => {
              res.json(JSON.parse(zlib.gunzipSync(req.body, { maxOutputLength: 1e6 })));
            });
            """))
public final class UnpackedFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("decompression-bomb")
            .lower("queue")
            .message("{source} is unpacked by {sink}, however large it becomes"));
  }
}
