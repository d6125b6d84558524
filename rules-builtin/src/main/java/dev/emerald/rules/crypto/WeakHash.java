package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;
import java.util.Set;

/** Hashes whose collisions can be computed, used for what an attacker wants to forge. */
@RuleInfo(
    id = "crypto-weak-hash",
    title = "MD5, SHA-1 or another broken hash",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {328, 327},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Two texts with the same MD5 or SHA-1 can be made on purpose, and passwords behind these"
            + " hashes are guessed by the billion each second. Whoever relies on such a hash to"
            + " tell texts apart, to sign them or to keep a password can be deceived.",
    remedy =
        "Use SHA-256 or better for signatures and integrity, and a password hash (argon2, scrypt,"
            + " bcrypt) for passwords. A hash that only names a cache entry may stay: say so in its"
            + " name or suppress the finding.",
    bad = {
      @Example(
          """
          const crypto = require('crypto');
          const passwordHash = crypto.createHash('md5').update(password).digest('hex');
          """),
      @Example(
          """
          import { createHash } from 'node:crypto';
          const algorithm = 'sha1';
          export const sign = (token) => createHash(algorithm).update(token).digest('base64');
          """)
    },
    good = {
      @Example(
          """
          const crypto = require('crypto');
          const digest = crypto.createHash('sha256').update(password).digest('hex');
          """),
      @Example(
          value =
              """
              const crypto = require('crypto');
              const etag = crypto.createHash('md5').update(body).digest('hex');
              """,
          note = "An entity tag protects nothing.")
    })
public final class WeakHash implements Rule {

  private static final Set<String> BROKEN =
      Set.of(
          "md2",
          "md4",
          "md5",
          "sha",
          "sha1",
          "ripemd",
          "ripemd160",
          "rmd160",
          "rsa-md5",
          "rsa-sha1",
          "rsa-ripemd160",
          "rsa-md4",
          "dss1",
          "ssl3-md5",
          "ssl3-sha1");

  @Override
  public void register(Hooks on) {
    on.call(api("crypto.{createHash,hash,createSign,createVerify}"), this::named);
    on.call(
        anyOf(
            "crypto-js.{MD5,SHA1,RIPEMD160}",
            "crypto-js/{md5,sha1,ripemd160}",
            "md5",
            "sha1",
            "js-md5",
            "js-sha1",
            "blueimp-md5",
            "node-forge.md.{md5,sha1}.create",
            "ts-md5.Md5.hashStr"),
        (call, context) -> judge(call, "This hash is broken", context));
  }

  private void named(Invocation call, FileContext context) {
    Expression argument = call.argument(0);
    String algorithm = Values.string(argument, context.scopes());
    if (algorithm != null && BROKEN.contains(algorithm.toLowerCase(Locale.ROOT))) {
      judge(call, "The hash '" + algorithm + "' is broken", context);
    }
  }

  private static void judge(Invocation call, String message, FileContext context) {
    HashPurpose purpose = HashPurpose.of(call, context);
    if (purpose != HashPurpose.HARMLESS) {
      context.report(
          Problem.at(context.location(call), message).withConfidence(purpose.confidence()));
    }
  }
}
