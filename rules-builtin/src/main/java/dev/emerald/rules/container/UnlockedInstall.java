package dev.emerald.rules.container;

import dev.emerald.rules.commands.Installs;
import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerInstruction.Setting;
import dev.emerald.spi.container.DockerStage;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.source.Location;

/** Installs in images that may change what the lock file says. */
@RuleInfo(
    id = "docker-npm-install",
    title = "The install does not hold to the lock file",
    severity = Severity.MEDIUM,
    cwe = {1357, 829},
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "Where package.json and the lock file differ, this install resolves anew and says nothing:"
            + " what runs in production are versions that nobody has tested or looked at.",
    remedy =
        "npm ci, yarn install --immutable (--frozen-lockfile before Yarn 2), pnpm install"
            + " --frozen-lockfile, bun ci: they fail instead.",
    bad =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM node:22
                COPY package.json package-lock.json ./
                RUN npm install --omit=dev
                USER node
                """),
    good = {
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22
              RUN npm install -g pm2@5.4.2
              COPY package.json package-lock.json ./
              RUN npm ci --omit=dev && npm cache clean --force
              USER node
              """)
    })
public final class UnlockedInstall implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, UnlockedInstall::check);
  }

  private static void check(Dockerfile file, RuleContext context) {
    boolean berry = Installs.isBerry(context.project());
    boolean locked = Installs.hasLock(context.project(), file.path()) || copiesLock(file);
    for (DockerStage stage : file.stages()) {
      boolean ci = setsCi(stage);
      for (DockerInstruction run : stage.instructions()) {
        if (!run.is("RUN") || run.script().isEmpty()) {
          continue;
        }
        for (ShellCommand command : run.script().get().commands()) {
          Location at = run.location(command);
          switch (Installs.of(command, berry)) {
            case UNFROZEN -> {
              if (locked) {
                context.report(at, "'" + command + "' may install what the lock file does not say");
              }
            }
            case FROZEN -> satisfied(context, at, command);
            case FROZEN_IN_CI -> {
              if (ci) {
                satisfied(context, at, command);
              }
            }
            case NOT -> {
              // Something else.
            }
          }
        }
      }
    }
  }

  private static void satisfied(RuleContext context, Location at, ShellCommand command) {
    context.satisfied(
        RoadmapItem.CI_4, at, "The image installs what the lock file says: '" + command + "'");
  }

  private static boolean setsCi(DockerStage stage) {
    for (DockerStage each = stage; each != null; each = each.base().orElse(null)) {
      for (DockerInstruction instruction : each.instructions()) {
        for (Setting setting : instruction.settings()) {
          if (setting.name().text().equals("CI")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean copiesLock(Dockerfile file) {
    for (DockerStage stage : file.stages()) {
      for (DockerInstruction copy : stage.instructions()) {
        boolean lock =
            copy.is("COPY")
                && copy.arguments().stream()
                    .anyMatch(
                        word ->
                            word.text().endsWith("package-lock.json")
                                || word.text().endsWith("yarn.lock"));
        if (lock) {
          return true;
        }
      }
    }
    return false;
  }
}
