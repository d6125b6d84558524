package dev.emerald.rules.prototypes;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Keys from requests under which something is written that all objects inherit. */
@RuleInfo(
    id = "proto-polluting-assignment",
    title = "A key from a request decides what is written to, be it Object.prototype",
    severity = Severity.HIGH,
    cwe = {1321, 915},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "An object that is read under the key __proto__ gives Object.prototype, which all objects"
            + " inherit from. If one key of a request is used to read and another one to write, a"
            + " request changes every object of the process: for all users, until it is restarted.",
    remedy =
        "Keep what is found by keys of users in a Map, or in an object made by Object.create(null);"
            + " or refuse the keys __proto__, constructor and prototype before anything is read.",
    bad =
        @Example(
            """
            const app = require('express')();
            const settings = {};
            app.post('/settings/:user/:name', (req, res) => {
              settings[req.params.user][req.params.name] = req.body.value;
              res.end();
            });
            """),
    good = {
      @Example(
          """
          const app = require('express')();
          const settings = new Map();
          app.post('/settings/:user/:name', (req, res) => {
            settings.get(req.params.user).set(req.params.name, req.body.value);
            res.end();
          });
          """),
      @Example(
          """
          const app = require('express')();
          const settings = {};
          app.post('/settings/:user/:name', (req, res) => {
            const user = req.params.user;
            if (!Object.hasOwn(settings, user)) return res.status(404).end();
            settings[user][req.params.name] = req.body.value;
            res.end();
          });
          """)
    })
public final class PollutionFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("polluting-write")
            .message("{source} gives the keys under which {sink} can change Object.prototype"));
  }
}
