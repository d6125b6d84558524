package dev.emerald.rules.deploy;

import dev.emerald.spi.deploy.ComposeFile;
import dev.emerald.spi.deploy.KubernetesFile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlManifest;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;
import java.util.Optional;

/** Containers that rule the others. */
@RuleInfo(
    id = "docker-socket-mount",
    title = "The socket of the container engine is mounted",
    severity = Severity.HIGH,
    cwe = {250},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_2},
    why =
        "Whoever can write to the socket starts containers with every right: it is the"
            + " same as being root on the host.",
    remedy =
        "Leave it out; where one must watch containers, put a proxy before the socket"
            + " that lets reading calls through alone.",
    bad = {
      @Example(
          file = "compose.yml",
          value =
              """
              services:
                api:
                  image: registry.example/api:1.2
                  volumes:
                    - /var/run/docker.sock:/var/run/docker.sock
              """)
    },
    good = {
      @Example(
          file = "compose.yml",
          value =
              """
              services:
                api:
                  image: registry.example/api:1.2
                  volumes:
                    - data:/var/lib/data
              """)
    })
public final class MountedSocket implements Rule {
  @Override
  public void register(Hooks on) {
    on.manifest(ComposeFile.class, MountedSocket::check)
        .manifest(KubernetesFile.class, MountedSocket::check);
  }

  private static void check(ComposeFile file, RuleContext context) {
    for (YamlMember service : file.services()) {
      for (YamlValue volume :
          service.value().member("volumes").map(YamlValue::elements).orElse(List.of())) {
        YamlValue from = volume.member("source").orElse(volume);
        report(file, from, from.asString().orElse("").split(":", 2)[0], context);
      }
    }
  }

  private static void check(KubernetesFile file, RuleContext context) {
    for (YamlValue resource : file.resources()) {
      Optional<YamlValue> volumes =
          KubernetesFile.podOf(resource).flatMap(pod -> pod.member("volumes"));
      for (YamlValue volume : volumes.map(YamlValue::elements).orElse(List.of())) {
        volume
            .at("hostPath", "path")
            .ifPresent(path -> report(file, path, path.asString().orElse(""), context));
      }
    }
  }

  private static void report(YamlManifest file, YamlValue at, String path, RuleContext context) {
    if (path.endsWith("/docker.sock")
        || path.endsWith("/containerd.sock")
        || path.endsWith("/podman.sock")) {
      context.report(file.location(at), "The container gets the socket of the container engine");
    }
  }
}
