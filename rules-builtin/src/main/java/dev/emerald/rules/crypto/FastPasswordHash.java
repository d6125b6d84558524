package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.ObjectView;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Passwords behind a hash that is quick to compute. */
@RuleInfo(
    id = "crypto-weak-password-hash",
    title = "Password hashed too fast",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = 916,
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A graphics card tries billions of passwords a second against SHA-256, and thousands"
            + " against a password hash with the right cost. Once the table of users leaks, that is"
            + " the difference between hours and centuries.",
    remedy =
        "Use argon2id, scrypt or bcrypt: bcrypt with 12 rounds, scrypt with N of 2^17 (2^14 at the"
            + " least), PBKDF2 with 210,000 iterations of SHA-512, argon2id with 19 MiB.",
    bad = {
      @Example(
          """
          const crypto = require('crypto');
          exports.store = (user, password) => {
            user.hash = crypto.createHash('sha256').update(password).digest('hex');
          };
          """),
      @Example("exports.hash = (text) => require('bcrypt').hash(text, 4);"),
      @Example(
          """
          const crypto = require('crypto');
          exports.key = (text, salt) => crypto.pbkdf2Sync(text, salt, 1000, 64, 'sha512');
          """)
    },
    good = {
      @Example("exports.hash = (password) => require('bcrypt').hash(password, 12);"),
      @Example(
          """
          const crypto = require('crypto');
          const etag = (body) => crypto.createHash('sha256').update(body).digest('hex');
          const token = (resetToken) => crypto.createHash('sha256').update(resetToken).digest('hex');
          module.exports = { etag, token };
          """),
      @Example(
          value =
              """
              const crypto = require('crypto');
              const bcrypt = require('bcrypt');
              exports.hash = (password) =>
                bcrypt.hash(crypto.createHash('sha256').update(password).digest('base64'), 12);
              """,
          note = "The fast hash makes a long password fit; the slow one protects it.")
    })
public final class FastPasswordHash implements Rule {

  private static final Words PASSWORD = Words.of("password", "passwd", "passphrase", "pwd");

  /** What is named so is no password any more, or a secret that nobody can guess. */
  private static final Words OTHER =
      Words.of("hash", "hashed", "digest", "token", "salt", "file", "path", "id", "key", "url");

  /** Another rule tells of these. */
  private static final Set<String> BROKEN = Set.of("md4", "md5", "sha1", "ripemd160");

  private static final ApiPattern SLOW =
      anyOf(
          "{bcrypt,bcryptjs,argon2}.{hash,hashSync,compare,compareSync,verify}",
          "crypto.{scrypt,scryptSync,pbkdf2,pbkdf2Sync}");

  private static final int FEWEST_ITERATIONS = 100_000;
  private static final int FEWEST_ROUNDS = 10;
  private static final int LEAST_COST = 16_384;
  private static final int LEAST_MEMORY = 19_456;
  private static final int MOST_STEPS = 12;

  @Override
  public void register(Hooks on) {
    on.call(api("crypto.createHash().update"), this::hashed);
    on.call(
        api("crypto-js.{SHA224,SHA256,SHA384,SHA512,SHA3}"),
        (call, context) -> {
          if (isPassword(call.argument(0)) && !goesOn(call, context)) {
            context.report(call, "A password is hashed with a fast hash");
          }
        });
    on.call(
        api("crypto.{pbkdf2,pbkdf2Sync}"),
        (call, context) ->
            least(call.argument(2), FEWEST_ITERATIONS, "iterations of PBKDF2", context));
    on.call(
        api("{bcrypt,bcryptjs}.{hash,hashSync}"),
        (call, context) -> least(call.argument(1), FEWEST_ROUNDS, "rounds of bcrypt", context));
    on.call(
        api("{bcrypt,bcryptjs}.{genSalt,genSaltSync}"),
        (call, context) -> least(call.argument(0), FEWEST_ROUNDS, "rounds of bcrypt", context));
    on.call(
        api("crypto.{scrypt,scryptSync}"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 3, context.scopes());
          if (options != null) {
            least(options.get("N"), LEAST_COST, "as the cost of scrypt", context);
            least(options.get("cost"), LEAST_COST, "as the cost of scrypt", context);
          }
        });
    on.call(
        api("argon2.hash"),
        (call, context) -> {
          ObjectView options = Settings.argument(call, 1, context.scopes());
          if (options != null) {
            least(options.get("memoryCost"), LEAST_MEMORY, "KiB of memory for argon2", context);
          }
        });
  }

  private void hashed(Invocation call, FileContext context) {
    if (!isPassword(call.argument(0)) || goesOn(call, context)) {
      return;
    }
    if (call.callee() instanceof MemberExpression update
        && update.object() instanceof CallExpression made) {
      String algorithm = Values.string(made.argument(0), context.scopes());
      if (algorithm != null && BROKEN.contains(algorithm.toLowerCase(Locale.ROOT))) {
        return;
      }
    }
    context.report(call, "A password is hashed with a fast hash");
  }

  private static boolean isPassword(@Nullable Expression value) {
    String name = "";
    if (value instanceof Identifier identifier) {
      name = identifier.name();
    } else if (value instanceof MemberExpression member) {
      name = Keys.of(member);
    }
    return name != null && PASSWORD.in(name) && !OTHER.in(name);
  }

  /** Whether what the hash gives is given to a slow one in turn. */
  private static boolean goesOn(Invocation call, FileContext context) {
    Node around = context.tree().parent(call);
    for (int i = 0; i < MOST_STEPS && around instanceof Expression; i++) {
      if (around instanceof CallExpression outer
          && SLOW.matches(context.scopes().apiOf(outer.callee()))) {
        return true;
      }
      around = context.tree().parent(around);
    }
    return false;
  }

  private static void least(
      @Nullable Expression value, int least, String what, FileContext context) {
    double number = Values.number(value, context.scopes());
    if (value != null && number > 0 && number < least) {
      context.report(
          value, "%,d %s are too few, use %,d at least".formatted((long) number, what, least));
    }
  }
}
