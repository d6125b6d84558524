package dev.emerald.rules.files;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Archives that write outside their folder. */
@RuleInfo(
    id = "fs-zip-slip",
    title = "An entry of an archive chooses where it is written",
    severity = Severity.HIGH,
    cwe = 22,
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "An entry may be called ../../.ssh/authorized_keys: unpacked by its name it overwrites"
            + " what it likes.",
    remedy =
        "Resolve the target, then check that it starts with the folder and a separator before"
            + " anything is written.",
    bad =
        @Example(
            """
            const fs = require('fs');
            const path = require('path');
            const AdmZip = require('adm-zip');
            exports.unpack = (archive, to) => {
              new AdmZip(archive).getEntries().forEach((entry) => {
                fs.writeFileSync(path.join(to, entry.entryName), entry.getData());
              });
            };
            """),
    good =
        @Example(
            """
            const fs = require('fs');
            const path = require('path');
            const AdmZip = require('adm-zip');
            exports.unpack = (archive, to) => {
              new AdmZip(archive).getEntries().forEach((entry) => {
                fs.writeFileSync(path.join(to, path.basename(entry.entryName)), entry.getData());
              });
            };
            """))
public final class ZipSlip implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("archive")
            .to("path-injection")
            .message("{source} chooses where {sink} writes"));
  }
}
