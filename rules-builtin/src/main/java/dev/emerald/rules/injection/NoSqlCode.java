package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** JavaScript for a database, put together from outside data. */
@RuleInfo(
    id = "injection-nosql-code",
    title = "Outside data becomes part of code that a database runs",
    severity = Severity.CRITICAL,
    cwe = {943, 94},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_8,
    why =
        "Filters with $where and map functions are JavaScript that the database runs for every"
            + " document: data in their text reads all of them, or keeps the server busy for ever.",
    remedy = "Use query operators or $expr, which take values as values.",
    bad =
        @Example(
            """
            const mongoose = require('mongoose');
            const Order = mongoose.model('Order');
            const app = require('express')();
            app.get('/orders', async (req, res) => {
              res.json(await Order.find({ $where: `this.total > ${req.query.least}` }));
            });
            """),
    good =
        @Example(
            """
            const mongoose = require('mongoose');
            const Order = mongoose.model('Order');
            const app = require('express')();
            app.get('/orders', async (req, res) => {
              res.json(await Order.find({ total: { $gt: Number(req.query.least) } }));
            });
            """))
public final class NoSqlCode implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue", "library")
            .to("nosql-code-injection")
            .lower("queue", "library")
            .composed("library")
            .message("{source} becomes part of code that {sink} sends to the database"));
  }
}
