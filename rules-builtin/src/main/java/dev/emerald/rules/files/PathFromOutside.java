package dev.emerald.rules.files;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Files that strangers choose. */
@RuleInfo(
    id = "path-traversal",
    title = "Data from a request names a file",
    severity = Severity.HIGH,
    cwe = {22, 23, 36},
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A path with .. in it leaves the folder it was meant for: keys, sources and other"
            + " users' files are read or overwritten.",
    remedy =
        "Resolve the path, then check that it starts with the folder and a separator; or take"
            + " the base name alone.",
    bad =
        @Example(
            """
            const fs = require('fs');
            const path = require('path');
            require('http').createServer((req, res) => {
              fs.createReadStream(path.join(__dirname, 'public', req.url)).pipe(res);
            }).listen(80);
            """),
    good = {
      @Example(
          """
          const fs = require('fs');
          const path = require('path');
          const root = path.resolve('public') + path.sep;
          require('http').createServer((req, res) => {
            const file = path.join(root, req.url);
            if (!file.startsWith(root)) return res.writeHead(403).end();
            fs.createReadStream(file).pipe(res);
          }).listen(80);
          """),
      @Example(
          """
          const app = require('express')();
          app.get('/:name', (req, res) => res.sendFile(req.params.name, { root: '/srv/public' }));
          """)
    })
public final class PathFromOutside implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("path-injection")
            .lower("queue")
            .message("{source} names a file for {sink}"));
  }
}
