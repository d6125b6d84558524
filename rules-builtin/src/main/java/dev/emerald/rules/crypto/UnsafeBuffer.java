package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Conditions;
import dev.emerald.rules.naming.Words;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Buffers that hold what was in memory before. */
@RuleInfo(
    id = "crypto-buffer-unsafe",
    title = "Buffer made by its constructor",
    severity = Severity.MEDIUM,
    cwe = {908, 665},
    owasp = {"A04:2021"},
    roadmap = {RoadmapItem.DEV_4, RoadmapItem.DEV_3},
    why =
        "What Buffer(x) does depends on the type of x: a number where a string was expected gives a"
            + " buffer of that size, in old versions of Node.js filled with whatever the memory"
            + " held. It has been deprecated since Node.js 6.",
    remedy = "Use Buffer.from(value) for a value, Buffer.alloc(size) for a size.",
    bad = {
      @Example("module.exports = (text) => new Buffer(text).toString('base64');"),
      @Example(
          """
          const { Buffer } = require('buffer');
          module.exports = (text) => Buffer(text, 'hex');
          """)
    },
    good = {
      @Example("module.exports = (text) => Buffer.from(text).toString('base64');"),
      @Example(
          value =
              """
              class Buffer {}
              module.exports = () => new Buffer();
              """,
          note = "A class of the file's own.")
    })
public final class UnsafeBuffer implements Rule {

  /** Where code asks for these it uses the constructor only if they are not there. */
  private static final Words REPLACEMENTS = Words.of("alloc", "from", "allocunsafe");

  @Override
  public void register(Hooks on) {
    on.call(
        api("buffer.Buffer"),
        (call, context) -> {
          if (!Conditions.mention(REPLACEMENTS, call, context.tree())) {
            context.report(call, "What this makes depends on the type of the argument");
          }
        });
  }
}
