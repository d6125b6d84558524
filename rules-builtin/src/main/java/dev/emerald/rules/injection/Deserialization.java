package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Objects that strangers serialised. */
@RuleInfo(
    id = "deserialization-untrusted",
    title = "Outside data is turned into objects that can run code",
    severity = Severity.CRITICAL,
    cwe = 502,
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.DEP_5,
    why = "These formats can hold functions: reading the data runs them.",
    remedy = "Exchange data as JSON and read it with JSON.parse.",
    bad =
        @Example(
            """
            const serialize = require('node-serialize');
            const app = require('express')();
            app.get('/', (req, res) => res.json(serialize.unserialize(req.cookies.profile)));
            """),
    good =
        @Example(
            """
            const app = require('express')();
            app.get('/', (req, res) => res.json(JSON.parse(req.cookies.profile)));
            """))
public final class Deserialization implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue", "library")
            .to("deserialization")
            .lower("queue", "library")
            .silences("deserialization-unsafe-api")
            .message("{source} becomes objects in {sink}"));
  }
}
