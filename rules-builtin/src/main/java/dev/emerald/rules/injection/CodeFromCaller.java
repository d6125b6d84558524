package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Code that a library makes of what its callers hand over. */
@RuleInfo(
    id = "injection-code-library",
    title = "A parameter of the package's API is run as code",
    severity = Severity.HIGH,
    cwe = 94,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Who calls a library expects a value to be taken as a value. Put into code, it is run:"
            + " callers that pass on what users typed let these users run programs.",
    remedy =
        "Look properties up by name instead of writing code for it; write values into code with"
            + " JSON.stringify alone.",
    bad =
        @Example(
            "module.exports = (path, data) => new Function('data', 'return data.' + path)(data);"),
    good = {
      @Example(
          "module.exports = (path, data) => path.split('.').reduce((value, key) => value[key],"
              + " data);"),
      @Example("module.exports = (code) => eval(code);")
    })
public final class CodeFromCaller implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("library")
            .to("code-injection")
            .intended(
                "code",
                "source",
                "src",
                "script",
                "expression",
                "expr",
                "program",
                "js",
                "body",
                "template",
                "fn",
                "func",
                "callback",
                "cb")
            .silences("injection-eval-use", "injection-vm-sandbox")
            .message("{source} is run as code by {sink}"));
  }
}
