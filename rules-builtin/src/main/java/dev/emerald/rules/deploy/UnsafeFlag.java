package dev.emerald.rules.deploy;

import dev.emerald.rules.deploy.Launches.Argument;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags of Node.js that take a defence away. */
@RuleInfo(
    id = "deploy-node-options-unsafe",
    title = "Node.js is started with a flag that takes a defence away",
    severity = Severity.MEDIUM,
    cwe = 693,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Such flags let old protocols, smuggled requests or forged certificates through in the"
            + " whole process, in the code of every dependency.",
    remedy = "Leave the flag out, and mend what needed it.",
    bad = {
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "scripts": { "start": "node --insecure-http-parser server.js" } }
              """),
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22
              ENV NODE_TLS_REJECT_UNAUTHORIZED=0
              USER node
              """)
    },
    good =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "scripts": { "start": "node --enable-source-maps server.js" } }
                """))
public final class UnsafeFlag implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, (file, context) -> check(Launches.of(file), context))
        .manifest(PackageJson.class, (manifest, context) -> check(Launches.of(manifest), context));
  }

  private static void check(List<Argument> arguments, RuleContext context) {
    for (Argument argument : arguments) {
      String harm = harm(argument.text());
      if (harm != null) {
        Problem problem = Problem.at(argument.location(), "'" + argument.text() + "' " + harm);
        context.report(argument.development() ? problem.withConfidence(Confidence.LOW) : problem);
      }
    }
  }

  private static @Nullable String harm(String option) {
    int equals = option.indexOf('=');
    String name = equals < 0 ? option : option.substring(0, equals);
    String value = equals < 0 ? "" : option.substring(equals + 1);
    return switch (name) {
      case "--insecure-http-parser" -> "lets smuggled requests through";
      case "--tls-min-v1.0", "--tls-min-v1.1" -> "allows TLS versions that are broken";
      case "--security-revert", "--security-reverts" -> "takes a security fix back";
      case "--allow-natives-syntax" -> "lets scripts reach into the engine";
      case "NODE_TLS_REJECT_UNAUTHORIZED" ->
          value.equals("0") ? "accepts every certificate in the whole process" : null;
      case "--unhandled-rejections" ->
          value.equals("none") || value.equals("warn")
              ? "goes on after errors nobody handled"
              : null;
      default -> null;
    };
  }
}
