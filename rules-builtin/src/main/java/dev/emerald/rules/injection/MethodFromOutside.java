package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Methods that are called by a name from a request. */
@RuleInfo(
    id = "injection-unsafe-dynamic-method",
    title = "A request chooses the method that is called",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = {470, 94},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "An object has more methods than those meant for visitors: its own helpers, what it"
            + " inherits, the constructor. Who names the method calls any of them, with arguments"
            + " of their own.",
    remedy = "Look the name up in a Map of the functions that are meant, and call what it gives.",
    bad =
        @Example(
            """
            const app = require('express')();
            class Jobs {
              list() { return []; }
              drop() { return this.clear(); }
            }
            const jobs = new Jobs();
            app.post('/jobs/:action', (req, res) => res.json(jobs[req.params.action]()));
            """),
    good =
        @Example(
            """
            const app = require('express')();
            const actions = new Map([['list', () => []]]);
            app.post('/jobs/:action', (req, res) => {
              const action = actions.get(req.params.action);
              return action ? res.json(action()) : res.sendStatus(404);
            });
            """))
public final class MethodFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "client", "mcp")
            .to("unsafe-dynamic-method")
            .message("{source} chooses which method {sink} calls"));
  }
}
