package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Arguments that a program takes for options. */
@RuleInfo(
    id = "injection-second-order-command",
    title = "Outside data may be taken for an option of a program",
    severity = Severity.HIGH,
    cwe = 88,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Without a shell nobody can add a command, but a value that starts with a dash is an"
            + " option: git --upload-pack=… and others like it run programs of the caller's"
            + " choice.",
    remedy = "Put '--' in front of the values, or refuse those that start with a dash.",
    bad =
        @Example(
            """
            const { execFile } = require('child_process');
            const app = require('express')();
            app.post('/clone', (req, res) => execFile('git', ['clone', req.body.url], () => res.end()));
            """),
    good =
        @Example(
            """
            const { execFile } = require('child_process');
            const app = require('express')();
            app.post('/clone', (req, res) => {
              execFile('git', ['clone', 'https://git.example/' + req.body.name], () => res.end());
            });
            """))
public final class OptionFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue", "library")
            .to("argument-injection")
            .lower("library")
            .message("{source} may be taken for an option by {sink}"));
  }
}
