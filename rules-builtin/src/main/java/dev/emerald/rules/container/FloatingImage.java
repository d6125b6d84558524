package dev.emerald.rules.container;

import dev.emerald.rules.commands.NodeReleases;
import dev.emerald.spi.container.DockerFlag;
import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerStage;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.container.ImageName;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Images that are another one tomorrow. */
@RuleInfo(
    id = "docker-latest-tag",
    title = "An image has no version",
    severity = Severity.MEDIUM,
    cwe = {1357, 829},
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "The same Dockerfile builds another image tomorrow: a new major version of Node.js arrives"
            + " unasked, and what was tested is not what is deployed.",
    remedy = "Name a version, and a digest for what must never change: node:22.12-slim@sha256:….",
    bad = {
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node
              USER node
              """),
      @Example(
          file = "Dockerfile",
          value =
              """
              FROM node:lts-alpine
              USER node
              """)
    },
    good = {
      @Example(
          file = "Dockerfile",
          value =
              """
              ARG NODE=22.12
              FROM node:${NODE}-alpine AS build
              FROM build
              USER node
              """)
    })
public final class FloatingImage implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, FloatingImage::check);
  }

  private static void check(Dockerfile file, RuleContext context) {
    if (DevContainers.hold(file.path())) {
      return;
    }
    for (DockerStage stage : file.stages()) {
      Optional<ImageName> image = stage.image();
      if (image.isPresent() && !image.get().isOfficial("scratch")) {
        check(image.get(), stage.baseWord().orElseThrow().location(), context);
      }
      for (DockerInstruction copy : stage.instructions()) {
        Optional<DockerFlag> from = copy.flag("from");
        if (from.isPresent() && isImage(file, from.get().value())) {
          check(ImageName.of(from.get().value()), from.get().location(), context);
        }
      }
    }
  }

  private static boolean isImage(Dockerfile file, String name) {
    if (name.isEmpty() || name.indexOf('$') >= 0 || Character.isDigit(name.charAt(0))) {
      return false;
    }
    for (DockerStage stage : file.stages()) {
      if (name.equalsIgnoreCase(stage.name().orElse(""))) {
        return false;
      }
    }
    // A name without a mark of an image may be a context that the build is given.
    return name.indexOf(':') >= 0 || name.indexOf('/') >= 0;
  }

  private static void check(ImageName image, Location at, RuleContext context) {
    String problem = problem(image);
    if (problem != null) {
      context.report(at, problem);
    } else {
      context.satisfied(
          RoadmapItem.CI_4,
          at,
          "The image is named with a " + (image.digest().isPresent() ? "digest" : "version"));
    }
  }

  /** What is wrong with the name of an image; null if nothing is. */
  static @Nullable String problem(ImageName image) {
    if (image.digest().isPresent()) {
      return null;
    }
    if (image.tag().isEmpty() && NodeReleases.of(image).isPresent()) {
      // The name of the image, and not a tag, says which line it is of.
      return "'" + image + "' has neither tag nor digest: every build may get another one";
    }
    if (image.tag().isEmpty()) {
      return "'" + image + "' has no version: it is whatever is newest";
    }
    String tag = image.tag().get();
    boolean newest = tag.equals("latest") || tag.startsWith("latest-");
    boolean official = image.path().indexOf('/') < 0 && image.registry().isEmpty();
    boolean nameless = official && tag.chars().noneMatch(Character::isDigit) && !isCodeName(tag);
    return newest || nameless ? "'" + image + "' names no version: it is whatever is newest" : null;
  }

  /** Whether a tag names a release by a word, as those of Node.js and of Debian do. */
  private static boolean isCodeName(String tag) {
    String first = tag.indexOf('-') < 0 ? tag : tag.substring(0, tag.indexOf('-'));
    return switch (first) {
      case "argon",
          "boron",
          "carbon",
          "dubnium",
          "erbium",
          "fermium",
          "gallium",
          "hydrogen",
          "iron",
          "jod",
          "krypton",
          "bookworm",
          "bullseye",
          "buster",
          "trixie",
          "jammy",
          "noble",
          "focal" ->
          true;
      default -> false;
    };
  }
}
