package dev.emerald.rules.container;

import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerWord;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.shell.ShellCommand;
import org.jspecify.annotations.Nullable;

/** Images with a way in beside the service. */
@RuleInfo(
    id = "docker-expose-ssh",
    title = "The image opens a debugger or an SSH server",
    severity = Severity.MEDIUM,
    cwe = {668, 489},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_6,
    why =
        "A debugger runs whatever it is sent, without a password; an SSH server in a container is a"
            + " second way in that nobody watches or updates.",
    remedy =
        "Leave both out of the image; reach a container by the means of the platform, and a"
            + " debugger on 127.0.0.1 through a tunnel.",
    bad = {
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22
              EXPOSE 3000 9229
              USER node
              """),
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22
              RUN apt-get update && apt-get install -y openssh-server
              USER node
              """)
    },
    good =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM node:22
                RUN apt-get update && apt-get install -y openssh-client
                EXPOSE 2222 8080/tcp
                USER node
                """))
public final class ExposedShell implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, ExposedShell::check);
  }

  private static void check(Dockerfile file, RuleContext context) {
    for (DockerInstruction instruction : file.instructions()) {
      if (instruction.is("EXPOSE")) {
        for (DockerWord port : instruction.arguments()) {
          String what = opened(port.valueOrText());
          if (what != null) {
            context.report(port.location(), "The image exposes " + what);
          }
        }
      } else if (instruction.is("RUN") && instruction.script().isPresent()) {
        for (ShellCommand command : instruction.script().get().commands()) {
          if (installsSshServer(command.unwrapped())) {
            context.report(instruction.location(command), "The image brings an SSH server");
          }
        }
      }
    }
  }

  private static @Nullable String opened(String port) {
    int slash = port.indexOf('/');
    return switch (slash < 0 ? port : port.substring(0, slash)) {
      case "22" -> "an SSH server";
      case "9229", "5858" -> "the debugger of Node.js";
      default -> null;
    };
  }

  private static boolean installsSshServer(ShellCommand command) {
    boolean installs =
        switch (command.name()) {
          case "apt-get", "apt", "yum", "dnf", "microdnf" -> command.toString().contains("install");
          case "apk" -> command.operand(0).equals("add");
          default -> false;
        };
    return installs
        && command.arguments().stream()
            .map(word -> word.text())
            .anyMatch(
                name ->
                    name.equals("openssh-server")
                        || name.equals("dropbear")
                        || name.equals("openssh") && command.name().equals("apk"));
  }
}
