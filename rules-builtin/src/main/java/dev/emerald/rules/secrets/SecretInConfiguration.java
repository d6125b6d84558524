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

/** Passwords and keys in configuration files: JSON, YAML, properties, TOML. */
@RuleInfo(
    id = "secret-config-file",
    title = "A secret stands in a configuration file",
    severity = Severity.HIGH,
    cwe = {260, 312, 798},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Configuration is copied, logged, baked into images and shown in tickets. "
            + "Everybody with the repository has the secret.",
    remedy =
        "Change it, and let the file name the variable of the environment or the secret "
            + "store that it comes from.",
    bad =
        @Example(
            file = "config/production.json",
            value =
                """
                {
                  "db": { "user": "shop", "password": "tR7#kPq2vZ" }
                }
                """),
    good =
        @Example(
            file = "config/default.json",
            value =
                """
                {
                  "db": { "user": "shop", "password": "" },
                  "mail": { "password": "${MAIL_PASSWORD}", "passwordField": "pw-2" },
                  "token": "token"
                }
                """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class SecretInConfiguration implements Rule {

  @Override
  public void register(Hooks on) {
    on.text(this::check);
  }

  private void check(TextFile file, RuleContext context) {
    String text = file.source().text();
    SettingSecrets secrets = new SettingSecrets(file, context, Confidence.LOW);
    if (SettingFiles.isJson(file)) {
      SettingLines.json(text, secrets);
    } else if (SettingFiles.isYaml(file)) {
      SettingLines.yaml(text, secrets);
    } else if (SettingFiles.isProperties(file)) {
      SettingLines.assignments(text, secrets);
    }
  }
}
