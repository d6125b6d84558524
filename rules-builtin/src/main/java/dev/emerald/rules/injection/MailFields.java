package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Headers and HTML of mails put together from outside data. */
@RuleInfo(
    id = "injection-email-header",
    title = "Outside data becomes part of a mail",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {93, 79},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Line breaks in an address or a subject add recipients; HTML in the body shows what the"
            + " sender never wrote, under the sender's name.",
    remedy = "Check addresses, escape what goes into HTML.",
    bad =
        @Example(
            """
            const mail = require('nodemailer').createTransport({});
            const app = require('express')();
            app.post('/invite', (req, res) => {
              mail.sendMail({ to: 'team@mail.example', html: '<p>' + req.body.text + '</p>' });
              res.end();
            });
            """),
    good =
        @Example(
            """
            const mail = require('nodemailer').createTransport({});
            const escape = require('escape-html');
            const app = require('express')();
            app.post('/invite', (req, res) => {
              mail.sendMail({ to: 'team@mail.example', html: '<p>' + escape(req.body.text) + '</p>' });
              res.end();
            });
            """))
public final class MailFields implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("email-injection")
            .lower("queue")
            .message("{source} becomes part of the mail that {sink} sends"));
  }
}
