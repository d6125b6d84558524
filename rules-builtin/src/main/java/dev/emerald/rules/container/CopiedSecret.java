package dev.emerald.rules.container;

import dev.emerald.rules.commands.SecretNames;
import dev.emerald.spi.container.DockerIgnore;
import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerInstruction.Setting;
import dev.emerald.spi.container.DockerWord;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Secrets that an image carries with it. */
@RuleInfo(
    id = "docker-secrets-copied",
    title = "A secret becomes part of the image",
    severity = Severity.HIGH,
    cwe = {538, 522},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "Whoever can pull the image can read every layer and every argument of its build, also what"
            + " a later layer deletes.",
    remedy =
        "Mount secrets while building, RUN --mount=type=secret,id=npmrc …, and give them to the"
            + " container when it starts.",
    bad = {
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22
              COPY .npmrc package.json ./
              RUN npm ci
              USER node
              """),
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:22
              ARG NPM_TOKEN
              ENV NPM_TOKEN=${NPM_TOKEN}
              RUN npm ci
              USER node
              """)
    },
    good =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM node:22
                RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
                COPY .env.example ./
                ENV SESSION_SECRET_FILE=/run/secrets/session
                USER node
                """))
public final class CopiedSecret implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, CopiedSecret::check);
  }

  private static void check(Dockerfile file, RuleContext context) {
    Optional<DockerIgnore> ignore = CopiedFolder.ignoreOf(file, context.project());
    for (DockerInstruction instruction : file.instructions()) {
      switch (instruction.keyword()) {
        case "COPY", "ADD" -> {
          if (instruction.flag("from").isEmpty()) {
            checkCopy(instruction, ignore, context);
          }
        }
        case "ENV" -> {
          for (Setting setting : instruction.settings()) {
            check(instruction, setting, context);
          }
        }
        default -> {
          // What commands write is theirs.
        }
      }
    }
  }

  private static void checkCopy(
      DockerInstruction copy, Optional<DockerIgnore> ignore, RuleContext context) {
    List<DockerWord> words = copy.arguments();
    for (int i = 0; i + 1 < words.size(); i++) {
      DockerWord word = words.get(i);
      String path = word.valueOrText();
      String what = secret(path.substring(path.lastIndexOf('/') + 1));
      if (what.isEmpty()
          || ignore.isPresent() && ignore.get().ignores(stripped(path))
          || path.endsWith(".npmrc") && holdsNoToken(copy, stripped(path), context)) {
        continue;
      }
      Problem problem =
          Problem.at(word.location(), "'" + path + "' " + what + " goes into the image");
      // Settings of a registry hold a token now and then, and most often none.
      boolean settings = path.endsWith("rc") || path.endsWith(".env.production");
      context.report(settings ? problem.withConfidence(Confidence.MEDIUM) : problem);
    }
  }

  /** Whether the settings of npm that are copied are in the project, and none of them a secret. */
  private static boolean holdsNoToken(DockerInstruction copy, String path, RuleContext context) {
    String from = copy.location().path();
    String beside = from.substring(0, from.lastIndexOf('/') + 1) + path;
    for (String place : List.of(beside, path)) {
      for (NpmConfig config : context.project().manifests(NpmConfig.class)) {
        if (config.path().equals(place)) {
          return config.entries().stream().noneMatch(CopiedSecret::isToken);
        }
      }
    }
    return false;
  }

  /** Whether an entry holds a secret itself and does not name a variable that does. */
  private static boolean isToken(ConfigEntry entry) {
    String key = entry.key().substring(entry.key().lastIndexOf(':') + 1);
    return Set.of("_authToken", "_auth", "_password", "key").contains(key)
        && !entry.value().startsWith("${");
  }

  private static String stripped(String path) {
    String stripped = path;
    while (stripped.startsWith("./") || stripped.startsWith("/")) {
      stripped = stripped.substring(stripped.indexOf('/') + 1);
    }
    return stripped;
  }

  /** What a file holds by its name; empty if it is no secret. */
  private static String secret(String name) {
    if (name.equals(".env") || name.startsWith(".env.") && !isTemplate(name)) {
      return "with its settings";
    }
    return switch (name) {
      case ".npmrc", ".yarnrc" -> "with its tokens";
      case "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519" -> "with its private key";
      case ".aws", ".ssh", ".netrc", ".git-credentials", ".docker", ".kube" ->
          "with its credentials";
      default -> isKey(name) ? "with its private key" : "";
    };
  }

  private static boolean isTemplate(String name) {
    for (String part : new String[] {"example", "sample", "template", "dist", "default", "test"}) {
      if (name.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKey(String name) {
    if (name.endsWith(".p12") || name.endsWith(".pfx") || name.endsWith(".key")) {
      return true;
    }
    // Certificates are public, and so are the bundles of those who vouch for them.
    return name.endsWith(".pem")
        && !name.contains("ca")
        && !name.contains("cert")
        && !name.contains("chain")
        && !name.contains("bundle")
        && !name.contains("pub");
  }

  private static void check(DockerInstruction instruction, Setting setting, RuleContext context) {
    String name = setting.name().text();
    if (!SecretNames.isSecret(name)) {
      return;
    }
    // What is written out is found as a secret like any other; this is one that is handed over.
    boolean handedOver = setting.value().filter(value -> value.text().startsWith("$")).isPresent();
    if (handedOver && instruction.is("ENV")) {
      context.report(
          Problem.at(
                  setting.location(), "The secret '" + name + "' stays in the image as a variable")
              .withConfidence(Confidence.MEDIUM));
    }
  }
}
