package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Locale;

/** A mode in which equal blocks stay equal. */
@RuleInfo(
    id = "crypto-ecb-mode",
    title = "Encryption in ECB mode",
    severity = Severity.HIGH,
    cwe = 327,
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "In ECB mode equal blocks of text give equal blocks of cipher text: patterns show through,"
            + " and blocks can be swapped or replayed unnoticed.",
    remedy = "Use a mode with authentication and a fresh nonce, such as aes-256-gcm.",
    bad = {
      @Example(
          """
          const { createCipheriv } = require('node:crypto');
          const cipher = createCipheriv('aes-128-ecb', key, null);
          """),
      @Example(
          """
          const CryptoJS = require('crypto-js');
          CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });
          """)
    },
    good = {
      @Example(
          """
          const { createCipheriv } = require('node:crypto');
          const cipher = createCipheriv('aes-256-gcm', key, iv);
          """),
      @Example(
          """
          const CryptoJS = require('crypto-js');
          CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CBC, iv });
          """)
    })
public final class EcbMode implements Rule {

  private static final ApiPattern ECB = anyOf("crypto-js.mode.ECB", "crypto-js/mode-ecb");

  @Override
  public void register(Hooks on) {
    on.call(
        api(
            "{crypto.createCipher,crypto.createCipheriv,crypto.createDecipher,"
                + "crypto.createDecipheriv,node-forge.cipher.createCipher,"
                + "node-forge.cipher.createDecipher}"),
        (call, context) -> {
          String algorithm = Values.string(call.argument(0), context.scopes());
          if (algorithm != null && algorithm.toLowerCase(Locale.ROOT).contains("ecb")) {
            context.report(call, "'" + algorithm + "' encrypts equal blocks to equal blocks");
          }
        });
    on.call(
        anyOf("crypto-js.AES.{encrypt,decrypt}", "crypto-js/aes.{encrypt,decrypt}"),
        (call, context) -> {
          Expression mode =
              Settings.at(Settings.argument(call, 2, context.scopes()), context.scopes(), "mode");
          String api = mode == null ? null : context.scopes().apiOf(mode);
          if (mode != null && ECB.matches(api)) {
            context.report(mode, "ECB mode encrypts equal blocks to equal blocks");
          }
        });
  }
}
