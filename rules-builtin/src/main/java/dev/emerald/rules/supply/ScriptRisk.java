package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scripts that run what they fetch. */
@RuleInfo(
    id = "supply-script-shell-risk",
    title = "A script of package.json runs code from elsewhere or with too many rights",
    severity = Severity.MEDIUM,
    cwe = {494, 250},
    owasp = {"A08:2021"},
    roadmap = {RoadmapItem.CI_5, RoadmapItem.ARCH_5},
    why =
        "What a server answers runs with the rights of whoever starts the script: developers, the"
            + " pipeline, with sudo the whole machine.",
    remedy = "Install tools as dependencies with a version; check what is downloaded; drop sudo.",
    bad = {
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "scripts": { "setup": "curl -s https://tool.example/i.sh | bash" } }
              """),
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "scripts": { "start": "sudo node index.js" } }
              """)
    },
    good =
        @Example(
            file = "package.json",
            value =
                """
                {
                  "name": "a",
                  "scripts": {
                    "fetch": "curl -o data.json https://data.example/data.json",
                    "start": "node index.js",
                    "lint": "npx eslint ."
                  }
                }
                """))
public final class ScriptRisk implements Rule {

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "zsh", "dash", "node", "python", "python3", "perl", "ruby", "sudo");

  @Override
  public void register(Hooks on) {
    on.manifest(PackageJson.class, this::check);
  }

  private void check(PackageJson manifest, RuleContext context) {
    for (NamedText script : manifest.scripts()) {
      String risk = risk(script.text());
      if (risk != null) {
        context.report(script.textLocation(), "The script '" + script.name() + "' " + risk);
      }
    }
  }

  private static @Nullable String risk(String script) {
    boolean fetched = false;
    boolean commandNext = true;
    boolean piped = false;
    for (String word : script.split("\\s+", -1)) {
      if (word.equals("|")) {
        piped = fetched;
        commandNext = true;
        continue;
      }
      if (word.equals("&&") || word.equals("||") || word.equals(";") || word.equals("&")) {
        fetched = false;
        piped = false;
        commandNext = true;
        continue;
      }
      if (commandNext) {
        if (piped && SHELLS.contains(word)) {
          return "runs what a server answers";
        }
        if (word.equals("sudo")) {
          return "runs with the rights of root";
        }
        fetched |= word.equals("curl") || word.equals("wget");
        commandNext = word.contains("=") && !word.startsWith("-");
      }
      if (word.equals("777") && script.contains("chmod")) {
        return "lets everybody on the machine write";
      }
      if (word.equals("--unsafe-perm")) {
        return "runs the scripts of dependencies with the rights of root";
      }
    }
    return null;
  }
}
