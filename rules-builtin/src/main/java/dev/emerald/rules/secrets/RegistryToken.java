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
import dev.emerald.spi.source.SourceText;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logins in the configuration of package managers. */
@RuleInfo(
    id = "secret-npmrc-token",
    title = "The login of a package registry lies in the repository",
    severity = Severity.CRITICAL,
    cwe = {798, 522},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Whoever has it installs private packages, and often publishes in your name: the "
            + "next install of everybody else runs their code.",
    remedy =
        "Revoke the token, and write the name of a variable of the environment, which "
            + "npm and Yarn fill in.",
    bad =
        @Example(
            file = ".npmrc",
            value =
                """
                @shop:registry=https://registry.example/
                //registry.example/:_authToken=4f7b1c52-9d0e-4a6b-8c3f-2e1d5a7b9c0d
                """),
    good =
        @Example(
            file = ".npmrc",
            value =
                """
                //registry.example/:_authToken=${NPM_TOKEN}
                save-exact=true
                """),
    audience = RuleInfo.Audience.EVERYTHING)
public final class RegistryToken implements Rule {

  @Override
  public void register(Hooks on) {
    on.text(this::check);
  }

  private static final Set<String> FILES =
      Set.of(".npmrc", ".yarnrc", ".yarnrc.yml", "bunfig.toml");

  private static final Pattern LOGIN =
      Pattern.compile(
          "(?:_authToken|_auth|_password|npmAuthToken|npmAuthIdent)[\"']?\\s{0,4}[=: ]\\s{0,4}"
              + "[\"']?([^\\s\"'#;]{4,500})");

  private void check(TextFile file, RuleContext context) {
    if (!FILES.contains(file.name())) {
      return;
    }
    SourceText source = file.source();
    Matcher login = LOGIN.matcher(source.text());
    while (login.find()) {
      String line = source.lineText(source.lineAt(login.start())).strip();
      boolean comment = line.startsWith("#") || line.startsWith(";");
      if (!comment && !Credentials.isPlaceholder(login.group(1))) {
        Location secret = source.location(login.start(1), login.end(1));
        Problem problem =
            Problem.at(secret, "Everybody with the repository can log in to the registry")
                .withSecret(secret);
        context.report(file.test() ? problem.withConfidence(Confidence.LOW) : problem);
      }
    }
  }
}
