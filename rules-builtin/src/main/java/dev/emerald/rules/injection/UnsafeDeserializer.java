package dev.emerald.rules.injection;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Parsers that run what they read. */
@RuleInfo(
    id = "deserialization-unsafe-api",
    title = "Data is read by a parser that runs functions in it",
    severity = Severity.MEDIUM,
    cwe = 502,
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.DEP_5,
    why = "These formats hold functions, and the parser brings them to life: data becomes code.",
    remedy = "Use JSON, or another format without functions, and check its shape.",
    bad =
        @Example(
            """
            const serialize = require('node-serialize');
            module.exports = (text) => serialize.unserialize(text);
            """),
    good = {
      @Example("module.exports = (text) => JSON.parse(text);"),
      @Example(
          """
          const serialize = require('node-serialize');
          module.exports = (value) => serialize.serialize(value);
          """)
    })
public final class UnsafeDeserializer implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf(
            "node-serialize.unserialize",
            "serialize-to-js.deserialize",
            "funcster.deepDeserialize",
            "cryo.parse",
            "serialijse.deserialize",
            "js-yaml.{unsafeLoad,unsafeLoadAll}"),
        (call, context) -> context.report(call, "Functions in the data are run"));
  }
}
