package dev.emerald.rules.deploy;

import dev.emerald.rules.deploy.Launches.Argument;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.List;

/** Debuggers that everybody can reach. */
@RuleInfo(
    id = "deploy-debugger-exposed",
    title = "A debugger listens on all addresses",
    severity = Severity.HIGH,
    cwe = {489, 749},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_6,
    why = "A debugger asks for no password and runs every line of code that it is sent.",
    remedy =
        "Let it listen on 127.0.0.1 and reach it through a tunnel; leave it out of production.",
    bad = {
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22
              USER node
              CMD ["node", "--inspect=0.0.0.0:9229", "server.js"]
              """),
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "scripts": { "start": "node --inspect-brk=0.0.0.0 server.js" } }
              """),
      @Example("require('node:inspector').open(9229, '0.0.0.0');")
    },
    good = {
      @Example(
          file = "package.json",
          value =
              """
              { "name": "a", "scripts": { "start": "node --inspect=127.0.0.1:9229 server.js" } }
              """),
      @Example("require('node:inspector').open(9229, '127.0.0.1');")
    })
public final class OpenDebugger implements Rule {

  private static final ApiPattern OPEN = ApiPattern.api("inspector.open");

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, (file, context) -> check(Launches.of(file), context))
        .manifest(PackageJson.class, (manifest, context) -> check(Launches.of(manifest), context))
        .call(OPEN, OpenDebugger::check);
  }

  private static void check(Invocation call, FileContext context) {
    if (isEverywhere(String.valueOf(Values.string(call.argument(1), context.scopes())))) {
      context.report(call, "The debugger listens on all addresses");
    }
  }

  private static void check(List<Argument> arguments, RuleContext context) {
    for (Argument argument : arguments) {
      if (opens(argument.text())) {
        Problem problem = Problem.at(argument.location(), "The debugger listens on all addresses");
        context.report(argument.development() ? problem.withConfidence(Confidence.LOW) : problem);
      }
    }
  }

  private static boolean opens(String option) {
    int equals = option.indexOf('=');
    if (equals < 0) {
      return false;
    }
    String value = option.substring(equals + 1);
    return switch (option.substring(0, equals)) {
      case "--inspect",
          "--inspect-brk",
          "--inspect-port",
          "--inspect-wait",
          "--debug",
          "--remote-debugging-address" ->
          isEverywhere(value);
      default -> false;
    };
  }

  private static boolean isEverywhere(String address) {
    return address.startsWith("0.0.0.0") || address.startsWith("[::]") || address.equals("::");
  }
}
