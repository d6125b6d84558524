package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Modules that strangers choose. */
@RuleInfo(
    id = "injection-dynamic-import",
    title = "Data from a request chooses the module to load",
    severity = Severity.HIGH,
    cwe = {98, 706},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Loading a module runs it. A path of the sender's choice runs any file that lies on the"
            + " machine, an upload among them.",
    remedy = "Keep a table from names to modules and load what is in it.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/:page', (req, res) => res.send(require(req.params.page).render()));
            """),
    good =
        @Example(
            """
            const app = require('express')();
            const pages = { home: require('./pages/home') };
            app.get('/:page', (req, res) => res.send(pages.home.render()));
            """))
public final class ModuleFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("dynamic-import")
            .lower("queue")
            .silences("injection-dynamic-require")
            .message("{source} chooses the module that {sink} loads"));
  }
}
