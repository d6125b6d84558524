package dev.emerald.rules.secrets;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;

/** Secrets in ENV and ARG of Dockerfiles. */
@RuleInfo(
    id = "secret-docker-arg",
    title = "A secret is built into an image",
    severity = Severity.HIGH,
    cwe = {798, 522},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "ENV and ARG stay in the image and its history: everybody who can pull it can "
            + "read them with docker history.",
    remedy =
        "Mount it for the one command that needs it, with RUN --mount=type=secret, and "
            + "give it to the container when it starts.",
    bad =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM node:22-alpine
                ENV DB_PASSWORD=tR7kPq2vZ
                """),
    good =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM node:22-alpine
                ARG NPM_TOKEN
                ENV DB_PASSWORD_FILE=/run/secrets/db
                RUN --mount=type=secret,id=npm npm ci
                """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class SecretInImage implements Rule {

  @Override
  public void register(Hooks on) {
    on.text(this::check);
  }

  private void check(TextFile file, RuleContext context) {
    String name = file.name();
    if (!name.contains("Dockerfile") && !name.contains("Containerfile")) {
      return;
    }
    String text = file.source().text();
    SettingSecrets secrets = new SettingSecrets(file, context, Confidence.MEDIUM);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf("\n", start);
      end = end < 0 ? text.length() : end;
      String word = text.substring(start, Math.min(end, start + 4)).toUpperCase(Locale.ROOT);
      if (word.equals("ENV ") || word.equals("ARG ")) {
        boolean carriage = text.charAt(end - 1) == '\r';
        pairs(text, start + 4, carriage ? end - 1 : end, secrets);
      }
      start = end + 1;
    }
  }

  /** The pairs of a line; the old form of ENV has a blank between the name and the value. */
  private static void pairs(String text, int from, int to, SettingSecrets secrets) {
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && text.charAt(end) > SPACE) {
        end++;
      }
      int sign = at;
      while (sign < end && text.charAt(sign) != '=') {
        sign++;
      }
      if (sign > at && sign < end) {
        boolean quoted = sign + 1 < end && QUOTES.indexOf(text.charAt(sign + 1)) >= 0;
        int start = quoted ? sign + 2 : sign + 1;
        int last = quoted && end - 1 > start ? end - 1 : end;
        if (last > start) {
          secrets.of(text.substring(at, sign), start, last);
        }
      } else if (at == from && end < to) {
        secrets.of(text.substring(at, end), Math.min(end + 1, to), to);
        return;
      }
      at = end + 1;
    }
  }

  private static final char SPACE = 32;

  private static final String QUOTES = "\"'";
}
