package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YarnConfig;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.regex.Pattern;

/** Installing without making sure who answers. */
@RuleInfo(
    id = "supply-registry-insecure",
    title = "Packages come from a registry that is not authenticated",
    severity = Severity.HIGH,
    confidence = Confidence.HIGH,
    cwe = {319, 295},
    owasp = {"A08:2021"},
    roadmap = {RoadmapItem.CI_5, RoadmapItem.DEP_7},
    why =
        "Over plain http, or with a certificate that nobody checks, anybody on the way can answer"
            + " in the registry's place and give other code, and reads the token along.",
    remedy = "Use https; give an own certificate authority with 'cafile' instead of no check.",
    bad = {
      @Example(
          file = ".npmrc",
          value =
              """
              registry=http://registry.example/
              strict-ssl=false
              """),
      @Example(
          file = ".yarnrc.yml",
          value =
              """
              enableStrictSsl: false
              """)
    },
    good =
        @Example(
            file = ".npmrc",
            value =
                """
                registry=https://registry.example/
                @own:registry=http://localhost:4873/
                cafile=./ca.pem
                """))
public final class RegistryInsecure implements Rule {

  private static final Pattern SWITCHED_OFF =
      Pattern.compile(
          "(?:npm|pnpm|yarn) config set \"?(?:strict-ssl|enableStrictSsl)[ =]\"?false"
              + "|--strict-ssl[= ]false|--no-strict-ssl");

  @Override
  public void register(Hooks on) {
    on.manifest(NpmConfig.class, this::checkNpm);
    on.manifest(YarnConfig.class, this::checkYarn);
    on.manifest(PackageJson.class, this::checkScripts);
  }

  private void checkNpm(NpmConfig config, RuleContext context) {
    for (ConfigEntry entry : config.entries()) {
      if (Registries.isRegistry(entry) && Registries.isPlain(entry.value())) {
        context.report(entry.location(), "The registry is asked over plain http");
      }
    }
    if (config.isFalse("strict-ssl")) {
      config
          .entry("strict-ssl")
          .ifPresent(
              entry ->
                  context.report(
                      entry.location(), "The registry's certificate is not checked (strict-ssl)"));
    }
  }

  private void checkYarn(YarnConfig config, RuleContext context) {
    for (YamlMember server : Registries.servers(config)) {
      if (Registries.isPlain(server.value().asString().orElse(""))) {
        context.report(config.location(server), "The registry is asked over plain http");
      }
    }
    for (YamlMember member : config.yaml().members()) {
      switch (member.name()) {
        case "enableStrictSsl" -> {
          if (Registries.isFalse(member.value())) {
            context.report(config.location(member), "The registry's certificate is not checked");
          }
        }
        case "checksumBehavior" -> {
          if (member.value().asString().filter("ignore"::equals).isPresent()) {
            context.report(config.location(member), "The hashes of the lock file are not compared");
          }
        }
        case "unsafeHttpWhitelist" -> {
          boolean others =
              member.value().elements().stream()
                  .anyMatch(host -> !Registries.isLocal(host.asString().orElse("localhost")));
          if (others) {
            context.report(config.location(member), "Plain http is let through");
          }
        }
        default -> {
          // Other settings say nothing of who answers.
        }
      }
    }
  }

  private void checkScripts(PackageJson manifest, RuleContext context) {
    for (NamedText script : manifest.scripts()) {
      if (SWITCHED_OFF.matcher(script.text()).find()) {
        context.report(
            script.textLocation(),
            "The script '" + script.name() + "' switches the check of the certificate off");
      }
    }
  }
}
