package dev.emerald.rules.container;

import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerStage;
import dev.emerald.spi.container.DockerWord;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.container.ImageName;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.shell.ShellCommand;
import java.util.Optional;
import java.util.Set;

/** Images whose process is root. */
@RuleInfo(
    id = "docker-root-user",
    title = "The container runs as root",
    severity = Severity.HIGH,
    cwe = 250,
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_2,
    why =
        "Whoever gets code into the process may write everywhere in the container, install what"
            + " they like, and stands one kernel flaw or one mounted folder away from the host.",
    remedy =
        "End the final stage with USER: the image of Node.js has the user 'node'. What an earlier"
            + " stage sets does not reach a stage that begins FROM another image.",
    bad = {
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22-slim
              COPY . .
              CMD ["node", "server.js"]
              """),
      @Example(
          file = "Dockerfile",
          note = "The user of the first stage is not that of the last.",
          value =
              """
              FROM node:22 AS build
              USER node
              RUN npm ci && npm run build

              FROM node:22-slim
              COPY --from=build /app/dist /app
              CMD ["node", "/app/server.js"]
              """)
    },
    good = {
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22-slim
              COPY --chown=node:node . .
              USER node
              CMD ["node", "server.js"]
              """),
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22-slim AS base
              USER node

              FROM base
              CMD ["node", "server.js"]
              """)
    })
public final class RootUser implements Rule {

  /** Beginnings of image paths whose default user is not root. */
  private static final Set<String> UNPRIVILEGED =
      Set.of(
          "bitnami/",
          "chainguard/",
          "nginxinc/nginx-unprivileged",
          "puppeteer/puppeteer",
          "zenika/alpine-chrome",
          "selenium/",
          "jenkins/jenkins",
          "cimg/",
          "circleci/",
          "gitpod/",
          "ubi8/nodejs",
          "ubi9/nodejs",
          "ubi10/nodejs");

  /** Official images whose entry point hands over to a user of its own. */
  private static final Set<String> SERVICES =
      Set.of("postgres", "mysql", "mariadb", "mongo", "redis", "valkey", "rabbitmq", "cassandra");

  private static final Set<String> STEPPING_DOWN =
      Set.of("gosu", "su-exec", "setpriv", "runuser", "su", "s6-setuidgid", "chroot");

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, RootUser::check);
  }

  private static void check(Dockerfile file, RuleContext context) {
    Optional<DockerStage> last = file.finalStage();
    if (last.isEmpty() || DevContainers.hold(file.path())) {
      return;
    }
    DockerStage stage = last.get();
    Optional<DockerInstruction> user = stage.effective("USER");
    if (user.isPresent()) {
      checkUser(stage, user.get(), context);
    } else {
      checkDefault(file, stage, context);
    }
  }

  private static void checkUser(DockerStage stage, DockerInstruction user, RuleContext context) {
    String name = user.arguments().stream().findFirst().flatMap(DockerWord::value).orElse("");
    int colon = name.indexOf(':');
    name = colon < 0 ? name : name.substring(0, colon);
    if (name.equals("root") || name.equals("0")) {
      Problem problem = Problem.at(user.location(), "The last USER of the image is root");
      context.report(stepsDown(stage) ? problem.withConfidence(Confidence.LOW) : problem);
    } else if (!name.isEmpty()) {
      context.satisfied(
          RoadmapItem.DEP_2, user.location(), "The image runs as the user '" + name + "'");
    }
  }

  private static void checkDefault(Dockerfile file, DockerStage stage, RuleContext context) {
    DockerStage root = stage.root();
    Optional<ImageName> image = root.image();
    boolean scratch = image.isPresent() && image.get().isOfficial("scratch");
    boolean runs = stage.effective("CMD").or(() -> stage.effective("ENTRYPOINT")).isPresent();
    if (scratch && !runs) {
      // Files to be copied out, not something that runs.
      return;
    }
    boolean service =
        image.isPresent() && isOfficial(image.get()) && SERVICES.contains(image.get().path());
    if (service && stage.effective("ENTRYPOINT").isEmpty()) {
      return;
    }
    if (image.isPresent() && isUnprivileged(image.get())) {
      context.satisfied(
          RoadmapItem.DEP_2,
          root.from().location(),
          "The image builds on one that does not run as root");
      return;
    }
    Problem problem = Problem.at(stage.from().location(), message(file, stage));
    boolean known = scratch || image.isPresent() && isOfficial(image.get());
    boolean guessed = image.isEmpty() || stepsDown(stage);
    context.report(
        guessed
            ? problem.withConfidence(Confidence.LOW)
            : known && runs ? problem : problem.withConfidence(Confidence.MEDIUM));
  }

  private static String message(Dockerfile file, DockerStage stage) {
    for (DockerStage other : file.stages()) {
      if (other != stage && other.last("USER").isPresent()) {
        return "The image runs as root: the USER of another stage does not reach its final one";
      }
    }
    return "The image runs as root: its final stage has no USER";
  }

  private static boolean isOfficial(ImageName image) {
    return image.path().indexOf('/') < 0
        && (image.registry().isEmpty() || image.registry().get().equals("docker.io"));
  }

  private static boolean isUnprivileged(ImageName image) {
    if (image.tag().orElse("").contains("nonroot")
        || image.registry().orElse("").equals("cgr.dev")) {
      return true;
    }
    return UNPRIVILEGED.stream().anyMatch(image.path()::startsWith);
  }

  /** Whether what is started, or what the image installs, hands over to another user. */
  private static boolean stepsDown(DockerStage stage) {
    for (DockerStage each = stage; each != null; each = each.base().orElse(null)) {
      for (DockerInstruction instruction : each.instructions()) {
        if (instruction.script().isEmpty()) {
          continue;
        }
        for (ShellCommand command : instruction.script().get().commands()) {
          boolean handsOver =
              STEPPING_DOWN.contains(command.name())
                  || command.arguments().stream()
                      .anyMatch(
                          word -> word.text().equals("gosu") || word.text().equals("su-exec"));
          if (handsOver) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
