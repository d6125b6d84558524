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

/** Private keys in the PEM format, RFC 7468, with the key in them. */
@RuleInfo(
    id = "secret-private-key",
    title = "A private key lies in the repository",
    severity = Severity.CRITICAL,
    cwe = {321, 312},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Whoever has the key is the server, or signs what only you should sign. A key that was"
            + " committed once stays in every clone.",
    remedy =
        "Replace the key pair, and have certificates of the old one revoked. Keep the new key in a"
            + " secret store, or mount it where the program runs.",
    bad =
        @Example(
            file = "server.key",
            value =
                """
                -----BEGIN EC PRIVATE KEY-----
                MHcCAQEEIJ3fQvT8kZ0s2WqYp7LrXeB1uNc5hDgKaM6oVtRwSiEzoAoGCCqGSM49
                AwEHoUQDQgAEb2V9xJk4mQ7sT1nLpYcW8dRfZ3hGqUoKiBvXe5tAySgMwN6aDlPr
                C0jEuHFkQ2xOzI7vSb4TnWm9YpLdRqVtGg==
                -----END EC PRIVATE KEY-----
                """),
    good =
        @Example(
            file = "server.pem",
            value =
                """
                -----BEGIN CERTIFICATE-----
                MIIBszCCAVmgAwIBAgIUQ2VydGlmaWNhdGUgYXJlIHB1YmxpYyBieSBuYXR1cmUw
                -----END CERTIFICATE-----
                """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class PrivateKeyInRepository implements Rule {

  private static final String BEGIN = "-----BEGIN ";

  private static final int LONGEST_LABEL = 40;

  /** Keys are shorter, however they are wrapped. */
  private static final int LONGEST_BODY = 40_000;

  /** The shortest key of any kind has about as many characters. */
  private static final int SHORTEST_BODY = 60;

  private static final int FEWEST_DIFFERENT = 20;

  @Override
  public void register(Hooks on) {
    on.text(this::check);
  }

  private void check(TextFile file, RuleContext context) {
    String text = file.source().text();
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int from = at + BEGIN.length();
      String head = text.substring(from, Math.min(text.length(), from + LONGEST_LABEL));
      int labelEnd = from + head.indexOf("-----");
      if (labelEnd >= from && isPrivate(text.substring(from, labelEnd))) {
        key(file, at, labelEnd + 5, context);
      }
      at = text.indexOf(BEGIN, from);
    }
  }

  private static boolean isPrivate(String label) {
    return label.endsWith("PRIVATE KEY") || label.equals("PGP PRIVATE KEY BLOCK");
  }

  private static void key(TextFile file, int start, int body, RuleContext context) {
    String text = file.source().text();
    // A text of beginnings without an end must not be searched over and over.
    String rest = text.substring(body, Math.min(text.length(), body + LONGEST_BODY));
    int end = body + rest.indexOf("-----END ");
    if (end < body || !holdsKey(text, body, end)) {
      return;
    }
    Problem problem =
        Problem.at(
            file.source().location(start, body),
            "Everybody with the repository has this private key");
    boolean document = file.name().endsWith(".md");
    if (file.test() || document) {
      problem = problem.withConfidence(document ? Confidence.LOW : Confidence.MEDIUM);
    }
    context.report(problem.withSecret(file.source().location(body, end)));
  }

  /** Whether there is a key between the marks: not dots, not words, not a variable. */
  private static boolean holdsKey(String text, int from, int to) {
    StringBuilder base64 = new StringBuilder();
    for (int i = from; i < to; i++) {
      char unit = text.charAt(i);
      if (unit == '\\') {
        // The line ends of a string: \n, \r.
        i++;
      } else if (unit < 128 && Character.isLetterOrDigit(unit) || unit == '+' || unit == '/') {
        base64.append(unit);
      } else if (unit == '$' || unit == '<' || unit == '.') {
        return false;
      }
    }
    return base64.length() >= SHORTEST_BODY
        && Credentials.distinct(base64.toString()) >= FEWEST_DIFFERENT;
  }
}
