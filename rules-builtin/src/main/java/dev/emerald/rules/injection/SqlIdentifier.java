package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Names in queries that strangers choose. */
@RuleInfo(
    id = "injection-sql-identifier",
    title = "A request chooses a column or an order",
    severity = Severity.MEDIUM,
    cwe = 89,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_8,
    why =
        "Query builders bind values, but names and directions go into the text as they are, or are"
            + " quoted at best: rows can be sorted by columns nobody should see, and some drivers"
            + " run more than that.",
    remedy = "Look the name up in a constant table of columns and directions.",
    bad =
        @Example(
            """
            const knex = require('knex')({ client: 'pg' });
            const app = require('express')();
            app.get('/users', async (req, res) => res.json(await knex('users').orderBy(req.query.sort)));
            """),
    good =
        @Example(
            """
            const knex = require('knex')({ client: 'pg' });
            const app = require('express')();
            const COLUMNS = ['name', 'created'];
            app.get('/users', async (req, res) => {
              if (!COLUMNS.includes(req.query.sort)) return res.sendStatus(400);
              res.json(await knex('users').orderBy(req.query.sort));
            });
            """))
public final class SqlIdentifier implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("sql-identifier-injection")
            .message("{source} chooses a name in {sink}"));
  }
}
