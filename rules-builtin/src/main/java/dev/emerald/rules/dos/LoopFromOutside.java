package dev.emerald.rules.dos;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Loops that go on for as long as a request says. */
@RuleInfo(
    id = "dos-loop-bound",
    title = "A request decides how often a loop runs",
    severity = Severity.MEDIUM,
    cwe = 834,
    owasp = {"A04:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "What looks like an array in a body or a query may be an object with a length of its own:"
            + " {\"length\": 1000000000} is a few bytes, and the loop keeps the one thread of"
            + " Node.js busy for all of them. A number that is the bound does the same.",
    remedy = "Make sure with Array.isArray that it is one, or compare the bound with a limit.",
    bad = {
      @Example(
          """
          const app = require('express')();
          app.post('/sum', (req, res) => {
            let sum = 0;
            for (let i = 0; i < req.body.values.length; i++) sum += Number(req.body.values[i]);
            res.json(sum);
          });
          """),
      @Example(
          """
          const app = require('express')();
          app.get('/rows', (req, res) => {
            const rows = [];
            for (let i = 0; i < Number(req.query.count); i++) rows.push(i);
            res.json(rows);
          });
          """)
    },
    good = {
      @Example(
          """
          const app = require('express')();
          app.post('/sum', (req, res) => {
            const values = req.body.values;
            if (!Array.isArray(values)) return res.status(400).end();
            let sum = 0;
            for (let i = 0; i < values.length; i++) sum += Number(values[i]);
            res.json(sum);
          });
          """),
      @Example(
          value =
              """
              const app = require('express')();
              app.post('/names', (req, res) => {
                const names = [];
                const users = req.body.users;
                for (let i = 0; i < users.length; i++) names.push(users[i].name);
                res.json(names);
              });
              """,
          note = "Where there is no element, reading its name ends the loop with an error.")
    })
public final class LoopFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("loop-bound-injection")
            .lower("queue")
            .message("{source} decides how often this loop runs, up to any number"));
  }
}
