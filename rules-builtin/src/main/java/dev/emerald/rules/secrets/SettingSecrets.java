package dev.emerald.rules.secrets;

import dev.emerald.rules.secrets.Credentials.Likelihood;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.source.Location;

/** Reports settings whose name is that of a credential and whose value may be one. */
final class SettingSecrets implements SettingLines.Setting {

  private final TextFile file;
  private final RuleContext context;
  private final Confidence weak;

  /**
   * Reports to a rule.
   *
   * @param weak how sure a value is that people may have made up for the time being
   */
  SettingSecrets(TextFile file, RuleContext context, Confidence weak) {
    this.file = file;
    this.context = context;
    this.weak = weak;
  }

  @Override
  public void of(String name, int start, int end) {
    if (!Credentials.isName(name)) {
      return;
    }
    Likelihood likelihood = Credentials.of(name, file.source().text().substring(start, end));
    if (likelihood == Likelihood.NONE) {
      return;
    }
    Location secret = file.source().location(start, end);
    Problem problem =
        Problem.at(secret, "Everybody with the repository can read the value of '" + name + "'")
            .withSecret(secret);
    if (file.test()) {
      problem = problem.withConfidence(Confidence.LOW);
    } else if (likelihood == Likelihood.WEAK) {
      problem = problem.withConfidence(weak);
    }
    context.report(problem);
  }
}
