package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers used once, used always. */
@RuleInfo(
    id = "crypto-static-iv",
    title = "Constant IV, nonce or salt",
    severity = Severity.HIGH,
    cwe = {329, 760, 1204},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "With the same IV equal texts look equal, and in GCM or CTR mode two messages give away"
            + " both texts and the key of the signature. With the same salt all passwords can be"
            + " guessed at once.",
    remedy =
        "Make it anew for each message with crypto.randomBytes and store it beside the result.",
    bad = {
      @Example(
          """
          const crypto = require('crypto');
          const iv = Buffer.alloc(16, 0);
          module.exports = (key) => crypto.createCipheriv('aes-256-cbc', key, iv);
          """),
      @Example(
          """
          const { pbkdf2Sync } = require('crypto');
          const key = pbkdf2Sync(password, 'salt', 210000, 32, 'sha512');
          """)
    },
    good = {
      @Example(
          """
          const crypto = require('crypto');
          const iv = crypto.randomBytes(12);
          const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
          """),
      @Example(
          """
          const crypto = require('crypto');
          const iv = Buffer.alloc(16);
          crypto.randomFillSync(iv);
          const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
          """)
    })
public final class StaticIv implements Rule {

  /** Key wrap has a fixed one by its standard, ECB has none: that is another rule's finding. */
  private static final Pattern HAS_NO_IV = Pattern.compile("wrap|ecb");

  private static final ApiPattern BUFFER = api("buffer.Buffer.{alloc,from}");
  private static final ApiPattern TYPED_ARRAY = api("globalThis.Uint8Array");

  @Override
  public void register(Hooks on) {
    on.call(api("crypto.createCipheriv"), this::cipher);
    on.call(
        api("crypto.{pbkdf2,pbkdf2Sync,scrypt,scryptSync}"),
        (call, context) -> check(call.argument(1), "salt", call, context));
    on.call(
        api("{bcrypt,bcryptjs}.{hash,hashSync}"),
        (call, context) -> {
          String salt = Values.string(call.argument(1), context.scopes());
          if (salt != null) {
            check(call.argument(1), "salt", call, context);
          }
        });
  }

  private void cipher(Invocation call, FileContext context) {
    String algorithm = Values.string(call.argument(0), context.scopes());
    if (algorithm != null && HAS_NO_IV.matcher(algorithm.toLowerCase(Locale.ROOT)).find()) {
      return;
    }
    check(call.argument(2), "IV", call, context);
  }

  private static void check(
      @Nullable Expression value, String what, Invocation call, FileContext context) {
    if (value == null || !constant(value, context)) {
      return;
    }
    Expression origin = context.scopes().origin(value);
    Problem problem =
        Problem.at(context.location(value), "The " + what + " is the same for every message");
    if (origin != value && !context.tree().contains(call, origin)) {
      problem = problem.withStep(context.location(origin), "the " + what + " is made here, once");
    }
    context.report(problem);
  }

  private static boolean constant(Expression value, FileContext context) {
    if (Values.string(value, context.scopes()) != null) {
      return true;
    }
    Expression origin = context.scopes().origin(value);
    if (!(origin instanceof Invocation made)) {
      return false;
    }
    String api = context.scopes().apiOf(made.callee());
    if (!BUFFER.matches(api) && !TYPED_ARRAY.matches(api)) {
      return false;
    }
    if (origin != value && FilledLater.isFilled(value, context)) {
      return false;
    }
    boolean from = made instanceof CallExpression && "buffer.Buffer.from".equals(api);
    Expression content = made.argument(0);
    return content != null
        && (from
            ? Values.string(content, context.scopes()) != null
            : !Double.isNaN(Values.number(content, context.scopes())));
  }
}
