package dev.emerald.rules.web;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Ways back that a session keeps. */
@RuleInfo(
    id = "open-redirect-auth-return",
    title = "The address to go back to, kept in the session, is a stranger's",
    severity = Severity.MEDIUM,
    cwe = 601,
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A link to the login names where it goes on. Whoever logs in is sent to the other site,"
            + " right after they were asked for a password: nobody looks at the address then.",
    remedy = "Keep paths of this site alone: those that start with one slash.",
    bad =
        @Example(
            """
            const app = require('express')();
            app.get('/login', (req, res) => {
              req.session.returnTo = req.query.next;
              res.render('login');
            });
            app.post('/login', (req, res) => res.redirect(req.session.returnTo || '/'));
            """),
    good =
        @Example(
            """
            const app = require('express')();
            const PAGES = ['/home', '/orders'];
            app.get('/login', (req, res) => {
              req.session.returnTo = PAGES.includes(req.query.next) ? req.query.next : '/home';
              res.render('login');
            });
            app.post('/login', (req, res) => res.redirect(req.session.returnTo || '/'));
            """))
public final class RedirectAfterLogin implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("session")
            .to("open-redirect")
            .silences("open-redirect")
            .message("{source}, kept in the session, chooses where {sink} sends the browser"));
  }
}
