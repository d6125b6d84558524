package dev.emerald.rules.deploy;

import dev.emerald.spi.deploy.KubernetesFile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.List;
import java.util.Optional;

/** Pods that may run as root. */
@RuleInfo(
    id = "k8s-run-as-non-root",
    title = "A pod does not say that it must not run as root",
    severity = Severity.MEDIUM,
    cwe = {250},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_2},
    why =
        "Without runAsNonRoot the image decides, and the next image may be another one; a"
            + " process that is root in the container is root for the kernel.",
    remedy =
        "Set securityContext.runAsNonRoot: true for the pod, and runAsUser to the number"
            + " of its user.",
    bad = {
      @Example(
          file = "k8s/api.yaml",
          value =
              """
              apiVersion: apps/v1
              kind: Deployment
              spec:
                template:
                  spec:
                    containers:
                      - name: api
                        image: registry.example/api:1.2
              """)
    },
    good = {
      @Example(
          file = "k8s/api.yaml",
          value =
              """
              apiVersion: apps/v1
              kind: Deployment
              spec:
                template:
                  spec:
                    securityContext:
                      runAsNonRoot: true
                    containers:
                      - name: api
                        image: registry.example/api:1.2
              """)
    })
public final class PodAsRoot implements Rule {
  @Override
  public void register(Hooks on) {
    on.manifest(KubernetesFile.class, PodAsRoot::check);
  }

  private static void check(KubernetesFile file, RuleContext context) {
    for (YamlValue resource : file.resources()) {
      Optional<YamlValue> pod = KubernetesFile.podOf(resource);
      if (pod.isPresent()) {
        check(file, pod.get(), context);
      }
    }
  }

  private static void check(KubernetesFile file, YamlValue pod, RuleContext context) {
    Optional<YamlValue> ofPod = pod.member("securityContext");
    for (YamlValue container :
        pod.member("containers").map(YamlValue::elements).orElse(List.of())) {
      Optional<YamlValue> own = container.member("securityContext");
      Optional<YamlValue> user = setting("runAsUser", own, ofPod);
      Optional<YamlValue> nonRoot = setting("runAsNonRoot", own, ofPod);
      YamlValue at = container.member("name").orElse(container);
      String id = user.flatMap(YamlValue::asString).orElse("");
      if (id.equals("0")) {
        context.report(
            file.location(user.orElseThrow()), "The container runs as root: runAsUser is 0");
      } else if (nonRoot.flatMap(YamlValue::asBoolean).orElse(false) || !id.isEmpty()) {
        context.satisfied(
            RoadmapItem.DEP_2,
            file.location(nonRoot.or(() -> user).orElseThrow()),
            "The pod does not run as root");
      } else {
        context.report(file.location(at), "Nothing says that the container must not run as root");
      }
    }
  }

  private static Optional<YamlValue> setting(
      String name, Optional<YamlValue> own, Optional<YamlValue> ofPod) {
    return own.flatMap(value -> value.member(name))
        .or(() -> ofPod.flatMap(value -> value.member(name)));
  }
}
