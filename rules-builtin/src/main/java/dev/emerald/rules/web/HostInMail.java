package dev.emerald.rules.web;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** The host that a request names, in a mail. */
@RuleInfo(
    id = "web-host-header-poisoning",
    title = "A mail links to the host that the request names",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = 640,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_10,
    why =
        "Who sends the request sets its Host header. A link to reset a password then leads to a"
            + " server of theirs, and whoever follows it hands over the token.",
    remedy = "Take the address of the service from its configuration.",
    bad =
        @Example(
            """
            const app = require('express')();
            const mail = require('nodemailer').createTransport({});
            app.post('/forgot', (req, res) => {
              mail.sendMail({ to: find(req), text: 'Reset: https://' + req.headers.host + '/reset' });
            });
            """),
    good =
        @Example(
            """
            const app = require('express')();
            const mail = require('nodemailer').createTransport({});
            app.post('/forgot', (req, res) => {
              mail.sendMail({ to: find(req), text: 'Reset: ' + process.env.BASE_URL + '/reset' });
            });
            """))
public final class HostInMail implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("host")
            .to("email-link")
            .message("{source} is the host of a link in {sink}"));
  }
}
