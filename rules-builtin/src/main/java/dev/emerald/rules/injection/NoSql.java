package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;

/** Filters of document stores that take operators from strangers. */
@RuleInfo(
    id = "injection-nosql",
    title = "An object from a request becomes part of a filter",
    severity = Severity.CRITICAL,
    cwe = 943,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_8,
    why =
        "A body of JSON, and a query string too, can hold an object where a text is expected:"
            + " {\"$ne\": null} as a password fits every user.",
    remedy = "Make sure that the value is text: String(), typeof, a schema, or {$eq: value}.",
    bad =
        @Example(
            """
            const { MongoClient } = require('mongodb');
            const users = new MongoClient('mongodb://localhost').db().collection('users');
            const app = require('express')();
            app.post('/login', async (req, res) => {
              res.json(await users.findOne({ name: req.body.name, password: req.body.password }));
            });
            """),
    good =
        @Example(
            """
            const { MongoClient } = require('mongodb');
            const users = new MongoClient('mongodb://localhost').db().collection('users');
            const app = require('express')();
            app.post('/login', async (req, res) => {
              res.json(await users.findOne({ name: String(req.body.name) }));
            });
            """))
public final class NoSql implements Rule {

  /** Middleware that takes all keys with operators out of requests. */
  private static final ApiPattern SANITIZERS =
      ApiPattern.api("{express-mongo-sanitize,koa-mongo-sanitize,@exortek/express-mongo-sanitize}");

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("nosql-injection")
            .lower("queue")
            .defusedBy(SANITIZERS)
            .message("{source} may bring operators into the filter of {sink}"));
  }
}
