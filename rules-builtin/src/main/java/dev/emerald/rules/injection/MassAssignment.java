package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Records that take every field a stranger sends. */
@RuleInfo(
    id = "injection-mass-assignment",
    title = "A whole request object is stored",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = 915,
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.DEP_5,
    why = "Whoever sends one more field sets it: isAdmin, owner, price.",
    remedy = "Pick the fields that may be set, one by one, or let a schema do it.",
    bad =
        @Example(
            """
            const mongoose = require('mongoose');
            const User = mongoose.model('User');
            const app = require('express')();
            app.post('/users', async (req, res) => res.json(await User.create(req.body)));
            """),
    good =
        @Example(
            """
            const mongoose = require('mongoose');
            const User = mongoose.model('User');
            const app = require('express')();
            app.post('/users', async (req, res) => {
              res.json(await User.create({ name: String(req.body.name) }));
            });
            """))
public final class MassAssignment implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("mass-assignment")
            .message("{source} as a whole is stored by {sink}"));
  }
}
