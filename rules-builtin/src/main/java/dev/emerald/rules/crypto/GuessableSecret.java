package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Secrets out of a generator that tells its next numbers. */
@RuleInfo(
    id = "crypto-insecure-random",
    title = "A secret is made with Math.random",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = {338, 330},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Math.random is made to be quick: from a few of its numbers, that is from a few tokens of"
            + " one's own, the next ones and those of others are computed.",
    remedy = "Use crypto.randomUUID, crypto.randomBytes or crypto.randomInt.",
    bad = {
      @Example("const resetToken = Math.random().toString(36).slice(2);"),
      @Example(
          """
          function generatePassword(length) {
            let password = '';
            for (let i = 0; i < length; i++) {
              password += LETTERS[Math.floor(Math.random() * LETTERS.length)];
            }
            return password;
          }
          """)
    },
    good =
        @Example(
            """
            const crypto = require('crypto');
            const resetToken = crypto.randomBytes(32).toString('hex');
            const delay = 100 + Math.random() * 50;
            const element = { id: Math.random().toString(36) };
            """))
public final class GuessableSecret implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf(
            "globalThis.Math.random",
            "{lodash,underscore}.{random,sample,sampleSize}",
            "lodash/{random,sample,sampleSize}"),
        GuessableSecret::check);
  }

  private static void check(Invocation call, FileContext context) {
    String name = SecretNames.of(call, context);
    if (name != null) {
      context.report(call, "Whoever sees a few of its numbers can compute '" + name + "'");
    }
  }
}
