package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** SQL and its relatives, put together from outside data. */
@RuleInfo(
    id = "injection-sql",
    title = "Outside data becomes part of an SQL text",
    severity = Severity.CRITICAL,
    cwe = 89,
    owasp = {"A03:2021"},
    roadmap = {RoadmapItem.DEP_8, RoadmapItem.DEP_9},
    why =
        "A quote in the data ends the value, what follows is read as SQL: others' rows are"
            + " read, changed or deleted.",
    remedy = "Keep the text constant, with placeholders, and hand the values over beside it.",
    bad =
        @Example(
            """
            const pool = new (require('pg').Pool)();
            const app = require('express')();
            app.get('/users/:name', async (req, res) => {
              res.json(await pool.query(`SELECT * FROM users WHERE name = '${req.params.name}'`));
            });
            """),
    good =
        @Example(
            """
            const pool = new (require('pg').Pool)();
            const app = require('express')();
            app.get('/users/:name', async (req, res) => {
              res.json(await pool.query('SELECT * FROM users WHERE name = $1', [req.params.name]));
            });
            """))
public final class Sql implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue", "library")
            .to("sql-injection")
            .lower("queue", "library")
            .composed("library")
            .intended("sql", "query", "statement", "text")
            .silences("injection-sql-dynamic")
            .message("{source} becomes part of the query in {sink}"));
  }
}
