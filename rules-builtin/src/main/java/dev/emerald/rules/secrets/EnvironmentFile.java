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

/** Files of the environment that are not left out of the repository. */
@RuleInfo(
    id = "secret-env-file-committed",
    title = "A .env file with secrets lies in the repository",
    severity = Severity.HIGH,
    cwe = {312, 540},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "The file exists so that secrets stay out of the repository. In it, everybody "
            + "with a clone has them, and history keeps them.",
    remedy =
        "Change the values, take the file out of the repository, name it in .gitignore, "
            + "and commit an example without values.",
    bad =
        @Example(
            file = ".env",
            value =
                """
                PORT=3000
                DB_PASSWORD=tR7kPq2vZ
                """),
    good =
        @Example(
            file = ".env.example",
            value =
                """
                PORT=3000
                DB_PASSWORD=tR7kPq2vZ
                """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class EnvironmentFile implements Rule {

  @Override
  public void register(Hooks on) {
    on.text(this::check);
  }

  private void check(TextFile file, RuleContext context) {
    if (SettingFiles.isEnvironment(file)) {
      boolean local = file.name().contains("dev") || file.name().contains("local");
      SettingLines.assignments(
          file.source().text(),
          new SettingSecrets(file, context, local ? Confidence.LOW : Confidence.MEDIUM));
    }
  }
}
