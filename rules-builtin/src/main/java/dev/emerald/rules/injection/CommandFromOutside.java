package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Shell commands that strangers have a say in. */
@RuleInfo(
    id = "injection-os-command",
    title = "Data from a request reaches a shell",
    severity = Severity.CRITICAL,
    cwe = 78,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A shell reads its command as a program: a semicolon, a pipe or a dollar sign in the"
            + " data starts another one, with all rights of the process.",
    remedy =
        "Start the program itself with execFile or spawn and hand the data over as an element"
            + " of the argument array, without the shell option.",
    bad =
        @Example(
            """
            const { exec } = require('child_process');
            const app = require('express')();
            app.get('/ping', (req, res) => {
              exec('ping -c 1 ' + req.query.host, (error, out) => res.json({ out }));
            });
            """),
    good = {
      @Example(
          """
          const { execFile } = require('child_process');
          const app = require('express')();
          app.get('/ping', (req, res) => {
            execFile('ping', ['-c', '1', req.query.host], (error, out) => res.json({ out }));
          });
          """),
      @Example(
          """
          const { exec } = require('child_process');
          const app = require('express')();
          app.get('/ping', (req, res) => {
            if (!/^[a-z0-9.]+$/.test(req.query.host)) return res.sendStatus(400);
            exec('ping -c 1 ' + req.query.host, (error, out) => res.json({ out }));
          });
          """)
    })
public final class CommandFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("command-injection")
            .silences("injection-spawn-shell-true")
            .message("{source} reaches a shell through {sink}"));
  }
}
