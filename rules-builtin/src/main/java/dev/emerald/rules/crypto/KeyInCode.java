package dev.emerald.rules.crypto;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.auth.Secrets;
import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.naming.Words;
import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import org.jspecify.annotations.Nullable;

/** Keys that everybody with the code has. */
@RuleInfo(
    id = "crypto-hardcoded-key",
    title = "The key of a cipher or a signature stands in the code",
    severity = Severity.HIGH,
    cwe = {321, 798},
    owasp = {"A02:2021"},
    roadmap = {RoadmapItem.DEP_1, RoadmapItem.DEP_5},
    why =
        "What is enciphered with it is as good as plain, and what is signed with it can be signed"
            + " by anybody with the code. The key can't be changed without a release.",
    remedy = "Read it from the environment or a key store, and stop at start if it is missing.",
    bad = {
      @Example(
          """
          const crypto = require('crypto');
          const key = 'passphrasewhichneedstobe32bytes!';
          module.exports = (iv) => crypto.createCipheriv('aes-256-cbc', key, iv);
          """),
      @Example(
          """
          const CryptoJS = require('crypto-js');
          module.exports = (text) => CryptoJS.AES.encrypt(text, 'a secret of the shop').toString();
          """)
    },
    good = {
      @Example(
          """
          const crypto = require('crypto');
          const key = Buffer.from(process.env.KEY, 'base64');
          module.exports = (iv) => crypto.createCipheriv('aes-256-gcm', key, iv);
          """),
      @Example(
          """
          const crypto = require('crypto');
          const bound = (token) => crypto.createHmac('sha256', 'WebAppData').update(token).digest();
          """)
    })
public final class KeyInCode implements Rule {

  /** What a fixed text is mixed into to tell one use of a secret from another. */
  private static final Words SECRET =
      Words.of("secret", "token", "key", "password", "pwd", "pass", "seed", "bottoken", "master");

  @Override
  public void register(Hooks on) {
    on.call(
        api("crypto.{createCipheriv,createDecipheriv}"),
        (call, context) -> check(call.argument(1), call, "read what it enciphers", context));
    on.call(api("crypto.createHmac"), KeyInCode::signature);
    on.call(
        anyOf(
            "crypto-js.{AES,DES,TripleDES,RC4,Rabbit}.{encrypt,decrypt}",
            "crypto-js/aes.{encrypt,decrypt}"),
        (call, context) -> check(call.argument(1), call, "read what it enciphers", context));
    on.call(
        api("crypto-js.{HmacMD5,HmacSHA1,HmacSHA256,HmacSHA512,HmacSHA384}"),
        (call, context) -> check(call.argument(1), call, "sign with it", context));
    on.call(
        api("crypto.{pbkdf2Sync,scryptSync,pbkdf2,scrypt}"),
        (call, context) -> check(call.argument(0), call, "derive the key", context));
    on.call(
        anyOf("cryptr", "simple-encryptor", "simple-crypto-js"),
        (call, context) -> check(call.argument(0), call, "read what it enciphers", context));
  }

  private static void signature(Invocation call, FileContext context) {
    if (!mixes(call, context)) {
      check(call.argument(1), call, "sign with it", context);
    }
  }

  /**
   * Whether an HMAC is taken of a secret: then its key is a label of a protocol, and what makes the
   * result secret is what goes in.
   */
  private static boolean mixes(Invocation call, FileContext context) {
    if (!(call instanceof CallExpression made)
        || !(context.tree().parent(made) instanceof MemberExpression member)
        || !"update".equals(Keys.of(member))
        || !(context.tree().parent(member) instanceof CallExpression update)) {
      return false;
    }
    Expression data = update.argument(0);
    String name = data == null ? null : Surroundings.lastName(data);
    return name != null && SECRET.in(name);
  }

  private static void check(
      @Nullable Expression key, Invocation call, String harm, FileContext context) {
    if (key == null) {
      return;
    }
    String text = Secrets.in(key, context);
    // An empty key is a hash with another name; shorter ones keep a protocol's parts apart.
    if (text != null && text.length() >= 4 && !Secrets.isPublic(text)) {
      Secrets.report(key, call, harm, context);
    }
  }
}
