package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** GraphQL documents put together from outside data. */
@RuleInfo(
    id = "injection-graphql-query",
    title = "Outside data becomes part of a GraphQL document",
    severity = Severity.MEDIUM,
    cwe = 89,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A quote or a brace in the data adds fields and arguments to the query, which then runs"
            + " with the server's rights.",
    remedy = "Keep the document constant and pass the data as variables.",
    bad =
        @Example(
            """
            const { request } = require('graphql-request');
            const app = require('express')();
            app.get('/user', async (req, res) => {
              res.json(await request('https://api.example', `{ user(id: "${req.query.id}") { name } }`));
            });
            """),
    good =
        @Example(
            """
            const { request } = require('graphql-request');
            const app = require('express')();
            app.get('/user', async (req, res) => {
              const document = 'query ($id: ID!) { user(id: $id) { name } }';
              res.json(await request('https://api.example', document, { id: req.query.id }));
            });
            """))
public final class GraphQlDocument implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("graphql-injection")
            .lower("queue")
            .message("{source} becomes part of the GraphQL document in {sink}"));
  }
}
