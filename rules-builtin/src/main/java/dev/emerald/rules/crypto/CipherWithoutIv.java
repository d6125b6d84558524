package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** The cipher functions that Node.js removed. */
@RuleInfo(
    id = "crypto-createcipher-no-iv",
    title = "createCipher, which derives key and IV from a password",
    severity = Severity.HIGH,
    cwe = {1204, 329},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "createCipher makes the key with one round of MD5 and the same IV every time, so that equal"
            + " texts give equal cipher texts and the password can be guessed fast. Node.js 22 has"
            + " removed it.",
    remedy = "Derive a key with scrypt and use createCipheriv with a random IV for each message.",
    bad =
        @Example(
            """
            const crypto = require('crypto');
            const cipher = crypto.createCipher('aes192', password);
            """),
    good =
        @Example(
            """
            const crypto = require('crypto');
            const cipher = crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));
            """))
public final class CipherWithoutIv implements Rule {

  @Override
  public void register(Hooks on) {
    on.call(
        api("crypto.{createCipher,createDecipher}"),
        (call, context) ->
            context.report(call, "Key and IV are derived from the password without a salt"));
  }
}
