package dev.emerald.rules.container;

import dev.emerald.spi.container.DockerIgnore;
import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerStage;
import dev.emerald.spi.container.DockerWord;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Images that take in the whole folder. */
@RuleInfo(
    id = "docker-copy-all",
    title = "The whole folder is copied into the image, and nothing leaves secrets out",
    severity = Severity.MEDIUM,
    cwe = {538, 200},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEP_1,
    weight = RuleInfo.Weight.ADVICE,
    why =
        "What lies in the folder of whoever builds goes along: .env, the history in .git with every"
            + " secret that was ever committed, the modules of another platform.",
    remedy = "Name .git, .env and node_modules in .dockerignore, or copy what is needed by name.",
    bad =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM node:22
                COPY . .
                USER node
                """),
    good =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM node:22
                COPY package.json package-lock.json ./
                COPY src ./src
                USER node
                """))
public final class CopiedFolder implements Rule {

  private static final List<String> WANTED = List.of(".git", ".env");

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, CopiedFolder::check);
  }

  /** The file that tells a build what to leave out: beside the Dockerfile, or at the root. */
  static Optional<DockerIgnore> ignoreOf(Dockerfile file, Project project) {
    String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
    DockerIgnore best = null;
    for (DockerIgnore ignore : project.manifests(DockerIgnore.class)) {
      if (ignore.path().equals(file.path() + ".dockerignore")) {
        return Optional.of(ignore);
      }
      boolean around = ignore.folder().isEmpty() || folder.startsWith(ignore.folder() + "/");
      boolean plain =
          ignore.path().endsWith("/.dockerignore") || ignore.path().equals(".dockerignore");
      if (around && plain && (best == null || best.path().length() < ignore.path().length())) {
        best = ignore;
      }
    }
    return Optional.ofNullable(best);
  }

  private static void check(Dockerfile file, RuleContext context) {
    Optional<DockerIgnore> ignore = ignoreOf(file, context.project());
    String missing = missing(file, ignore);
    if (missing.isEmpty()) {
      return;
    }
    DockerStage last = file.finalStage().orElse(null);
    for (DockerStage stage : file.stages()) {
      boolean shipped = false;
      for (DockerStage each = last; each != null; each = each.base().orElse(null)) {
        shipped |= each == stage;
      }
      for (DockerInstruction copy : stage.instructions()) {
        if (copiesAll(copy)) {
          Problem problem =
              Problem.at(copy.location(), "The whole folder is copied, and " + missing);
          context.report(shipped ? problem : problem.withConfidence(Confidence.LOW));
          // The cause is one, however often the folder is copied.
          return;
        }
      }
    }
  }

  private static String missing(Dockerfile file, Optional<DockerIgnore> ignore) {
    if (ignore.isEmpty()) {
      return "there is no .dockerignore";
    }
    // The history lies in the root alone; who leaves out files of a folder below builds that
    // folder.
    String folder = ignore.get().folder();
    boolean below =
        !folder.isEmpty()
            && file.path().lastIndexOf('/') == folder.length()
            && ignore.get().path().endsWith("/.dockerignore");
    List<String> seen = new ArrayList<>();
    for (String each : WANTED) {
      boolean there = !below || !each.equals(".git");
      if (there && !ignore.get().ignores(each)) {
        seen.add(each);
      }
    }
    return seen.isEmpty() ? "" : ".dockerignore does not leave out " + String.join(" and ", seen);
  }

  private static boolean copiesAll(DockerInstruction copy) {
    if (!copy.is("COPY") && !copy.is("ADD") || copy.flag("from").isPresent()) {
      return false;
    }
    List<DockerWord> words = copy.arguments();
    for (int i = 0; i + 1 < words.size(); i++) {
      switch (words.get(i).valueOrText()) {
        case ".", "./", "/", "*", "./*" -> {
          return true;
        }
        default -> {
          // A part of the folder.
        }
      }
    }
    return false;
  }
}
