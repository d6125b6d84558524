package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keys that are short enough to be broken. */
@RuleInfo(
    id = "crypto-insufficient-key-size",
    title = "Key too short for its algorithm",
    severity = Severity.HIGH,
    cwe = 326,
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "RSA, DSA and Diffie-Hellman below 2,048 bits and elliptic curves below 224 bits are within"
            + " reach of a well-funded attacker today, and everything recorded until then is read"
            + " afterwards.",
    remedy = "Use at least 3,072 bits for RSA, prime256v1 or x25519 for elliptic curves.",
    bad = {
      @Example(
          """
          const { generateKeyPairSync } = require('crypto');
          const pair = generateKeyPairSync('rsa', { modulusLength: 1024 });
          """),
      @Example(
          """
          const crypto = require('crypto');
          const dh = crypto.getDiffieHellman('modp1');
          """)
    },
    good = {
      @Example(
          """
          const { generateKeyPairSync } = require('crypto');
          const pair = generateKeyPairSync('rsa', { modulusLength: 3072 });
          """),
      @Example(
          """
          const { generateKeyPairSync } = require('crypto');
          const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
          """)
    })
public final class SmallKey implements Rule {

  private static final int FEWEST_BITS = 2048;

  private static final Pattern WEAK_CURVE =
      Pattern.compile(
          "(?:sec[pt]1[1-9]\\d[rk]\\d|prime1(?:92)v\\d|p-?192|brainpoolp1[69]\\d[rt]1|wap-wsg.*)");

  private static final Set<String> WEAK_GROUPS = Set.of("modp1", "modp2", "modp5");

  @Override
  public void register(Hooks on) {
    on.call(api("crypto.{generateKeyPair,generateKeyPairSync}"), this::keyPair);
    on.call(
        api("crypto.createDiffieHellman"),
        (call, context) -> bits(call.argument(0), "prime", context));
    on.call(
        api("crypto.{getDiffieHellman,createDiffieHellmanGroup}"),
        (call, context) -> {
          String group = Values.string(call.argument(0), context.scopes());
          if (group != null && WEAK_GROUPS.contains(group)) {
            context.report(call, "The group '" + group + "' is too small");
          }
        });
    on.call(api("crypto.createECDH"), (call, context) -> curve(call.argument(0), call, context));
    on.call(
        anyOf("node-forge.pki.rsa.generateKeyPair", "node-forge.rsa.generateKeyPair"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 0, context.scopes());
          bits(options == null ? call.argument(0) : options.get("bits"), "modulus", context);
        });
    on.call(
        api("node-rsa"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 0, context.scopes());
          bits(options == null ? null : options.get("b"), "modulus", context);
        });
  }

  private void keyPair(Invocation call, FileContext context) {
    ObjectView options = Settings.argument(call, 1, context.scopes());
    String type = Values.string(call.argument(0), context.scopes());
    if (options == null || type == null) {
      return;
    }
    switch (type) {
      case "rsa", "rsa-pss", "dsa" -> bits(options.get("modulusLength"), "modulus", context);
      case "ec" -> curve(options.get("namedCurve"), call, context);
      case "dh" -> bits(options.get("primeLength"), "prime", context);
      default -> {}
    }
  }

  private static void bits(@Nullable Expression value, String what, FileContext context) {
    double bits = Values.number(value, context.scopes());
    if (value != null && bits > 0 && bits < FEWEST_BITS) {
      context.report(
          value, "A " + what + " of " + (int) bits + " bits is too short, use 2,048 at least");
    }
  }

  private static void curve(@Nullable Expression value, Invocation call, FileContext context) {
    String curve = Values.string(value, context.scopes());
    if (curve != null && WEAK_CURVE.matcher(curve.toLowerCase(Locale.ROOT)).matches()) {
      context.report(call, "The curve '" + curve + "' is too small");
    }
  }
}
