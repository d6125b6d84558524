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

/** Passwords in compose files and objects of Kubernetes. */
@RuleInfo(
    id = "secret-compose-literal",
    title = "A secret stands in the settings of a container",
    severity = Severity.HIGH,
    cwe = {798, 312},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Whoever can read the repository, or look at the running container, has the "
            + "secret; and all who deploy the file share it.",
    remedy =
        "Read it from the environment of the one who deploys, from a secret of compose, "
            + "or by secretKeyRef.",
    bad =
        @Example(
            file = "compose.yml",
            value =
                """
                services:
                  api:
                    environment:
                      JWT_SECRET: f8K2mQ9xT4wZ
                  mailer:
                    environment:
                      - SMTP_PASSWORD=q7Rw-22xLp
                """),
    good =
        @Example(
            file = "compose.yml",
            value =
                """
                services:
                  api:
                    environment:
                      JWT_SECRET: ${JWT_SECRET}
                      SMTP_PASSWORD_FILE: /run/secrets/smtp
                  mailer:
                    environment:
                      - API_TOKEN
                """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class SecretForContainers implements Rule {

  @Override
  public void register(Hooks on) {
    on.text(this::check);
  }

  private void check(TextFile file, RuleContext context) {
    if (SettingFiles.isContainers(file)) {
      SettingLines.yaml(file.source().text(), new SettingSecrets(file, context, Confidence.LOW));
    }
  }
}
