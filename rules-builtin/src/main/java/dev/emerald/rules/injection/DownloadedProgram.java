package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Programs that somebody else sends. */
@RuleInfo(
    id = "injection-http-to-file",
    title = "What a server sends becomes a program, unchecked",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {494, 829},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Whoever holds the server, or the way to it, says what runs here. A digest that is kept"
            + " with the code makes a download as good as what was reviewed.",
    remedy = "Compare the download with a digest or a signature before it is used.",
    bad =
        @Example(
            """
            const fs = require('fs');
            const https = require('https');
            https.get('https://tools.example/agent', (res) => {
              res.pipe(fs.createWriteStream('bin/agent', { mode: 0o755 }));
            });
            """),
    good =
        @Example(
            """
            const fs = require('fs');
            const crypto = require('crypto');
            const { DIGEST } = require('./agent.json');
            fetch('https://tools.example/agent').then((res) => res.arrayBuffer()).then((bytes) => {
              const agent = Buffer.from(bytes);
              if (crypto.createHash('sha256').update(agent).digest('hex') !== DIGEST) throw new Error('another file');
              fs.writeFileSync('bin/agent', agent, { mode: 0o755 });
            });
            """))
public final class DownloadedProgram implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("download")
            .to("program-write")
            .message("{source} is written to a program by {sink}"));
  }
}
