package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Lua for Redis, put together from outside data. */
@RuleInfo(
    id = "injection-redis-script",
    title = "Outside data becomes part of a script that Redis runs",
    severity = Severity.HIGH,
    cwe = 94,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_8,
    why = "The script runs inside the database with access to all keys.",
    remedy = "Keep the script constant and pass the data in KEYS and ARGV.",
    bad =
        @Example(
            """
            const client = require('redis').createClient();
            const app = require('express')();
            app.get('/count', (req, res) => {
              client.eval(`return redis.call('get', '${req.query.key}')`, 0, (error, n) => res.json(n));
            });
            """),
    good =
        @Example(
            """
            const client = require('redis').createClient();
            const app = require('express')();
            app.get('/count', (req, res) => {
              client.eval("return redis.call('get', KEYS[1])", 1, req.query.key, (error, n) => res.json(n));
            });
            """))
public final class RedisScript implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("redis-script-injection")
            .lower("queue")
            .message("{source} becomes part of the script in {sink}"));
  }
}
