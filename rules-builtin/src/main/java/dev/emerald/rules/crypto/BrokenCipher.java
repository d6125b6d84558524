package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Values;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ciphers that are no longer hard to break. */
@RuleInfo(
    id = "crypto-broken-cipher",
    title = "DES, 3DES, RC2, RC4, Blowfish or another broken cipher",
    severity = Severity.HIGH,
    cwe = 327,
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Keys of DES and RC2 can be tried out, the key stream of RC4 leaks the text, and ciphers"
            + " with blocks of 64 bits repeat themselves within a few gigabytes.",
    remedy = "Use aes-256-gcm or chacha20-poly1305.",
    bad = {
      @Example(
          """
          const crypto = require('crypto');
          const cipher = crypto.createCipheriv('des-ede3-cbc', key, iv);
          """),
      @Example(
          """
          import { createDecipheriv } from 'crypto';
          export const open = (key) => createDecipheriv('rc4', key, null);
          """)
    },
    good =
        @Example(
            """
            const crypto = require('crypto');
            const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
            """))
public final class BrokenCipher implements Rule {

  private static final Pattern BROKEN =
      Pattern.compile("(?:des|des3|des-.*|rc2.*|rc4.*|bf|bf-.*|blowfish|cast.*|idea.*|seed.*)");

  @Override
  public void register(Hooks on) {
    on.call(
        api("crypto.{createCipher,createCipheriv,createDecipher,createDecipheriv}"),
        (call, context) -> {
          String algorithm = Values.string(call.argument(0), context.scopes());
          if (algorithm != null && BROKEN.matcher(algorithm.toLowerCase(Locale.ROOT)).matches()) {
            context.report(call, "The cipher '" + algorithm + "' is broken");
          }
        });
    on.call(
        anyOf(
            "crypto-js.{DES,TripleDES,RC4,RC4Drop,Rabbit,RabbitLegacy}.{encrypt,decrypt}",
            "crypto-js/{tripledes,rc4,rabbit}.{encrypt,decrypt}"),
        (call, context) -> context.report(call, "This cipher is broken"));
    on.call(
        api("node-forge.cipher.{createCipher,createDecipher}"),
        (call, context) -> {
          String algorithm = Values.string(call.argument(0), context.scopes());
          if (algorithm != null && algorithm.matches("(3DES|DES|RC2)(-.*)?")) {
            context.report(call, "The cipher '" + algorithm + "' is broken");
          }
        });
  }
}
