package dev.emerald.rules.container;

import dev.emerald.rules.commands.NodeReleases;
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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Images with a Node.js that gets no more fixes. */
@RuleInfo(
    id = "docker-eol-node",
    title = "The image brings a Node.js that gets no more security fixes",
    severity = Severity.MEDIUM,
    cwe = 1104,
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.DEV_3,
    why =
        "Flaws of Node.js, of its OpenSSL and of its HTTP parser that become known after a release"
            + " line has ended are not mended in it; anybody can read how to use them.",
    remedy = "Build on a release line with long-term support, such as node:24.",
    bad =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM node:16-alpine
                USER node
                """),
    good =
        @Example(
            file = "Dockerfile",
            value =
                """
                FROM node:24-alpine
                USER node
                """))
public final class EndedNode implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(Dockerfile.class, EndedNode::check);
  }

  private static void check(Dockerfile file, RuleContext context) {
    if (DevContainers.hold(file.path())) {
      return;
    }
    Set<Integer> told = new HashSet<>();
    for (DockerStage stage : file.stages()) {
      Optional<Integer> major = stage.image().flatMap(EndedNode::of);
      if (major.isEmpty()) {
        continue;
      }
      Location at = stage.baseWord().orElseThrow().location();
      if (NodeReleases.ended(major.get()) && !told.add(major.get())) {
        // The stages of an image change their version together.
        continue;
      }
      if (NodeReleases.ended(major.get())) {
        context.report(at, "Node.js " + major.get() + " gets no more security fixes");
      } else if (NodeReleases.supported(major.get())) {
        context.satisfied(
            RoadmapItem.DEV_3,
            at,
            "The image brings Node.js " + major.get() + ", which is supported");
      }
    }
  }

  private static Optional<Integer> of(ImageName image) {
    return NodeReleases.of(image);
  }
}
