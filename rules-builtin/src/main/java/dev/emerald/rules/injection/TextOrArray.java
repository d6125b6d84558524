package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Checks of texts that may be arrays. */
@RuleInfo(
    id = "injection-type-confusion",
    title = "A search for bad characters is got around with an array",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 843,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A parameter that is given twice is an array, and a body of JSON holds whatever it likes."
            + " Arrays have includes and indexOf too, where they look for a whole element: the"
            + " check finds nothing, and the array becomes the text that the check was to keep"
            + " out.",
    remedy = "Ask for a text first: typeof value === 'string', or a schema.",
    bad =
        @Example(
            """
            const fs = require('fs');
            const app = require('express')();
            app.get('/file', (req, res) => {
              const name = req.query.name;
              if (name.includes('..')) return res.sendStatus(400);
              return res.send(fs.readFileSync('files/' + name));
            });
            """),
    good =
        @Example(
            """
            const fs = require('fs');
            const app = require('express')();
            app.get('/file', (req, res) => {
              const name = req.query.name;
              if (typeof name !== 'string' || name.includes('..')) return res.sendStatus(400);
              return res.send(fs.readFileSync('files/' + name));
            });
            """))
public final class TextOrArray implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("type-confusion")
            .message("{source} may be an array, of which {sink} says nothing"));
  }
}
