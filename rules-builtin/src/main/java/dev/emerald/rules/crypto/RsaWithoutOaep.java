package dev.emerald.rules.crypto;

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

/** RSA encryption whose padding gives the text away. */
@RuleInfo(
    id = "crypto-rsa-padding",
    title = "RSA encryption without OAEP",
    severity = Severity.MEDIUM,
    cwe = 780,
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Without padding RSA encrypts equal texts to equal cipher texts. With the padding of PKCS"
            + " #1 v1.5 a server that tells good padding from bad decrypts for anyone who asks"
            + " often enough.",
    remedy = "Leave the padding at its default, RSA_PKCS1_OAEP_PADDING.",
    bad =
        @Example(
            """
            const crypto = require('crypto');
            crypto.privateDecrypt(
              { key, padding: crypto.constants.RSA_PKCS1_PADDING },
              Buffer.from(text, 'base64'));
            """),
    good = {
      @Example(
          """
          const crypto = require('crypto');
          crypto.privateDecrypt(
            { key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING },
            Buffer.from(text, 'base64'));
          """),
      @Example(
          value =
              """
              const crypto = require('crypto');
              crypto.privateEncrypt({ key, padding: crypto.constants.RSA_PKCS1_PADDING }, digest);
              """,
          note = "privateEncrypt signs.")
    })
public final class RsaWithoutOaep implements Rule {

  private static final int PKCS1 = 1;
  private static final int NONE = 3;
  private static final ApiPattern WEAK =
      api("{crypto.constants,constants}.{RSA_PKCS1_PADDING,RSA_NO_PADDING}");

  @Override
  public void register(Hooks on) {
    on.call(
        api("crypto.{publicEncrypt,privateDecrypt}"),
        (call, context) -> {
          Expression padding =
              Settings.at(
                  Settings.argument(call, 0, context.scopes()), context.scopes(), "padding");
          if (padding == null) {
            return;
          }
          double number = Values.number(padding, context.scopes());
          if (WEAK.matches(context.scopes().apiOf(padding)) || number == PKCS1 || number == NONE) {
            context.report(padding, "RSA without OAEP can be decrypted by asking often");
          }
        });
  }
}
