package dev.emerald.rules.files;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Files that the callers of a library choose. */
@RuleInfo(
    id = "path-traversal-library",
    title = "A parameter of the package's API names a file below a folder",
    severity = Severity.MEDIUM,
    confidence = Confidence.LOW,
    cwe = 22,
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Who calls a library with a name below its folder expects to stay there. Callers that"
            + " pass on what users typed let these users read other files.",
    remedy = "Resolve the path, then check that it starts with the folder and a separator.",
    bad =
        @Example(
            """
            const fs = require('fs');
            const path = require('path');
            exports.template = (name) => fs.readFileSync(path.join(__dirname, 'templates', name), 'utf8');
            """),
    good =
        @Example(
            """
            const fs = require('fs');
            const path = require('path');
            exports.template = (name) =>
              fs.readFileSync(path.join(__dirname, 'templates', path.basename(name)), 'utf8');
            """))
public final class PathFromCaller implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("library")
            .to("path-injection")
            .composed("library")
            .intended("file", "path", "dir", "filename", "filepath", "folder", "directory", "cwd")
            .message("{source} names a file for {sink}"));
  }
}
