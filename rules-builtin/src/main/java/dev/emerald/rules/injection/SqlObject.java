package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Objects that a driver turns into SQL. */
@RuleInfo(
    id = "injection-sql-object",
    title = "An object from a request is bound to a placeholder",
    severity = Severity.HIGH,
    cwe = {89, 843},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_8,
    why =
        "The mysql drivers write an object that is bound to a placeholder as a list of"
            + " assignments: {\"password\": 1} makes `password = ?` true for every row.",
    remedy =
        "Make sure that the value is text with String() or a schema, use execute(), or set"
            + " stringifyObjects.",
    bad =
        @Example(
            """
            const db = require('mysql2').createConnection({});
            const app = require('express')();
            app.post('/login', (req, res) => {
              db.query('SELECT * FROM users WHERE name = ? AND password = ?',
                [req.body.name, req.body.password], (error, rows) => res.json(rows.length));
            });
            """),
    good =
        @Example(
            """
            const db = require('mysql2').createConnection({});
            const app = require('express')();
            app.post('/login', (req, res) => {
              db.query('SELECT * FROM users WHERE name = ? AND password = ?',
                [String(req.body.name), String(req.body.password)], (error, rows) => res.json(rows.length));
            });
            """))
public final class SqlObject implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("sql-object-injection")
            .message("{source} may be an object where {sink} expects a value"));
  }
}
