package dev.emerald.rules.web;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Redirects to wherever strangers want. */
@RuleInfo(
    id = "open-redirect",
    title = "A request chooses where the browser is sent",
    severity = Severity.HIGH,
    cwe = 601,
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A link to this site that ends on another is what phishing needs; login tokens in the"
            + " address go along.",
    remedy = "Redirect to paths of this site, or to hosts in a constant list.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/login', (req, res) => res.redirect(req.query.next));
            """),
    good =
        @Example(
            """
            const app = require('express')();
            const PAGES = ['/home', '/orders'];
            app.get('/login', (req, res) => res.redirect(PAGES.includes(req.query.next) ? req.query.next : '/'));
            """))
public final class OpenRedirect implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote")
            .to("open-redirect")
            .message("{source} chooses where {sink} sends the browser"));
  }
}
