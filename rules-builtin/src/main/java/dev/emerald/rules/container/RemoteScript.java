package dev.emerald.rules.container;

import dev.emerald.rules.commands.Downloads;
import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;

/** Builds that run what they fetch. */
@RuleInfo(
    id = "docker-curl-pipe-sh",
    title = "The build runs a script that it fetches, or fetches from anybody",
    severity = Severity.MEDIUM,
    cwe = {494, 829},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "Whoever holds the server, or speaks for it, decides what is in the image; nothing is kept"
            + " that could be looked at later.",
    remedy =
        "Install from a package with a version, or fetch a fixed version and compare its hash"
            + " before it is run.",
    bad = {
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM debian:12
              RUN curl -fsSL https://tool.example/install.sh | bash -
              USER app
              """),
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM debian:12
              RUN wget --no-check-certificate https://tool.example/tool.tar.gz
              USER app
              """)
    },
    good =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM debian:12
                RUN curl -fsSLO https://tool.example/tool-1.2.3.tar.gz \\
                    && echo "0f343b0931126a20f133d67c2b018a3b  tool-1.2.3.tar.gz" | sha256sum -c - \\
                    && tar -xf tool-1.2.3.tar.gz
                USER app
                """))
public final class RemoteScript implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, RemoteScript::check);
  }

  private static void check(Dockerfile file, RuleContext context) {
    for (DockerInstruction run : file.instructions()) {
      if (run.is("RUN") && run.script().isPresent()) {
        for (Downloads.Risk risk : Downloads.risks(run.script().get())) {
          context.report(run.location(risk.command()), risk.what());
        }
      }
    }
  }
}
