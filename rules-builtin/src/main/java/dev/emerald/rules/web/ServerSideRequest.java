package dev.emerald.rules.web;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Requests to wherever strangers want. */
@RuleInfo(
    id = "ssrf",
    title = "A request chooses where the server sends one",
    severity = Severity.HIGH,
    cwe = 918,
    owasp = {"A10:2021"},
    roadmap = {RoadmapItem.DEP_5, RoadmapItem.DEP_6},
    why =
        "The server reaches what the sender does not: databases, other services, the addresses"
            + " where clouds hand out credentials.",
    remedy = "Choose the host from a constant list; let data be a part of the path alone, encoded.",
    bad =
        @Example(
            """
            const axios = require('axios');
            const app = require('express')();
            app.get('/preview', async (req, res) => res.json((await axios.get(req.query.url)).status));
            """),
    good =
        @Example(
            """
            const axios = require('axios');
            const app = require('express')();
            app.get('/users/:id', async (req, res) => {
              const id = encodeURIComponent(req.params.id);
              res.json((await axios.get('https://api.example/users/' + id)).data);
            });
            """))
public final class ServerSideRequest implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("ssrf")
            .lower("queue")
            .message("{source} chooses where {sink} sends a request"));
  }
}
