package dev.emerald.rules.secrets;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** User names with passwords in URLs, RFC 3986, section 3.2.1. */
@RuleInfo(
    id = "secret-uri-credentials",
    title = "A URL holds a password",
    severity = Severity.HIGH,
    cwe = {798, 522},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Everybody with the repository can log in there. URLs are also what programs write to"
            + " logs and error messages.",
    remedy = "Change the password, and read the whole URL from the environment or a secret store.",
    bad =
        @Example(
            """
            module.exports = { db: 'postgres://billing:kT7w2Qz9@db.shop.example.net/orders' };
            """),
    good =
        @Example(
            """
            module.exports = {
              db: process.env.DATABASE_URL,
              built: `postgres://${user}:${password}@db.shop.example.net/orders`,
              shown: 'https://user:password@host/path',
              open: 'mongodb://mongo:27017/orders',
            };
            """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class CredentialsInUrl implements Rule {

  private static final int LONGEST = 300;

  private static final Set<String> SHOWN =
      Set.of(
          "password",
          "pass",
          "passwd",
          "pwd",
          "secret",
          "token",
          "user",
          "username",
          "pw",
          "p",
          "root",
          "postgres",
          "admin",
          "guest",
          "mysql",
          "mongo",
          "test",
          "dev",
          "local",
          "foo",
          "bar",
          "baz",
          "abc",
          "123",
          "1234",
          "12345",
          "123456",
          "xxx",
          "key",
          "docker",
          "default");

  @Override
  public void register(Hooks on) {
    on.text(this::check);
  }

  private void check(TextFile file, RuleContext context) {
    String text = file.source().text();
    int at = text.indexOf("://");
    while (at >= 0) {
      int from = at + 3;
      int end = authorityEnd(text, from);
      // Looked for within the authority alone: the rest of the text may be long.
      int sign = last(text, '@', from, end);
      int colon = first(text, ':', from, sign);
      if (colon >= 0 && at > 1 && TokenShape.isWord(text.charAt(at - 1))) {
        url(file, from, colon, sign, end, context);
      }
      at = text.indexOf("://", from);
    }
  }

  private static int last(String text, char sought, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (text.charAt(i) == sought) {
        return i;
      }
    }
    return -1;
  }

  private static int first(String text, char sought, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == sought) {
        return i;
      }
    }
    return -1;
  }

  private static int authorityEnd(String text, int from) {
    int most = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < most; i++) {
      char unit = text.charAt(i);
      if (unit <= ' ' || "/?#'\"`<>\\|,;()[]".indexOf(unit) >= 0) {
        return i;
      }
    }
    return most;
  }

  private static void url(
      TextFile file, int from, int colon, int sign, int end, RuleContext context) {
    String text = file.source().text();
    String user = text.substring(from, colon);
    String password = text.substring(colon + 1, sign);
    String host = text.substring(sign + 1, end).toLowerCase(Locale.ROOT);
    if (password.isEmpty()
        || host.isEmpty()
        || isTemplate(user + password + host)
        || Credentials.isPlaceholder(password + "    ") && password.length() > 3
        || SHOWN.contains(password.toLowerCase(Locale.ROOT)) && !isDeployed(host)
        || password.equals(user) && !isDeployed(host)
        || isExample(host)) {
      return;
    }
    Location secret = file.source().location(colon + 1, sign);
    Problem problem =
        Problem.at(secret, "Everybody with the repository has the password of this URL")
            .withSecret(secret);
    Confidence confidence = confidence(file, host, password);
    context.report(confidence == null ? problem : problem.withConfidence(confidence));
  }

  private static boolean isTemplate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("${}%*+^=".indexOf(text.charAt(i)) >= 0 && !isEscape(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** A percent sign with two hexadecimal digits is a character of the password. */
  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  private static boolean isExample(String host) {
    String name = host.indexOf(':') < 0 ? host : host.substring(0, host.indexOf(':'));
    return name.equals("host")
        || name.equals("hostname")
        || name.equals("server")
        || name.startsWith("example.")
        || name.endsWith(".example")
        || name.endsWith("example.com")
        || name.endsWith("example.org")
        || name.endsWith(".test")
        || name.endsWith(".invalid");
  }

  /** Whether a host can be reached from elsewhere: neither this machine nor a container's name. */
  private static boolean isDeployed(String host) {
    String name = host.indexOf(':') < 0 ? host : host.substring(0, host.indexOf(':'));
    return name.indexOf('.') > 0
        && !name.startsWith("127.")
        && !name.equals("0.0.0.0")
        && !name.endsWith(".local")
        && !name.endsWith(".internal")
        && !name.endsWith(".localhost");
  }

  /** Passwords of databases on the machine of a developer are guesses at best. */
  private static @Nullable Confidence confidence(TextFile file, String host, String password) {
    boolean weak = SHOWN.contains(password.toLowerCase(Locale.ROOT));
    boolean document = file.name().endsWith(".md") || file.name().endsWith(".mdx");
    if (!isDeployed(host) || weak || document || file.test()) {
      return Confidence.LOW;
    }
    return null;
  }
}
