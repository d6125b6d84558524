package dev.emerald.rules.deploy;

import dev.emerald.spi.deploy.ComposeFile;
import dev.emerald.spi.deploy.KubernetesFile;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlManifest;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlValue;
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

/** Containers that are hardly any. */
@RuleInfo(
    id = "docker-privileged",
    title = "A container gets rights over its host",
    severity = Severity.HIGH,
    cwe = {250, 269},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_2},
    why =
        "With these rights whoever gets code into the container is root on the host: the"
            + " walls around the container are gone.",
    remedy =
        "Leave them out; give single capabilities where one is needed, and drop all" + " others.",
    bad = {
      @Example(
          file = "compose.yml",
          value =
              """
              services:
                api:
                  image: registry.example/api:1.2
                  privileged: true
              """),
      @Example(
          file = "k8s/api.yaml",
          value =
              """
              apiVersion: v1
              kind: Pod
              spec:
                hostNetwork: true
                containers:
                  - name: api
                    image: registry.example/api:1.2
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
                  cap_drop: [ALL]
                  cap_add: [NET_BIND_SERVICE]
                  security_opt: ["no-new-privileges:true"]
              """)
    })
public final class PrivilegedContainer implements Rule {
  private static final Set<String> STRONG =
      Set.of(
          "ALL",
          "SYS_ADMIN",
          "CAP_SYS_ADMIN",
          "SYS_PTRACE",
          "CAP_SYS_PTRACE",
          "SYS_MODULE",
          "CAP_SYS_MODULE",
          "DAC_READ_SEARCH",
          "NET_ADMIN",
          "CAP_NET_ADMIN");

  @Override
  public void register(Hooks on) {
    on.manifest(ComposeFile.class, PrivilegedContainer::check)
        .manifest(KubernetesFile.class, PrivilegedContainer::check);
  }

  private static void check(ComposeFile file, RuleContext context) {
    for (YamlMember each : file.services()) {
      YamlValue service = each.value();
      isTrue(file, service, "privileged", "is privileged", context);
      for (String key : new String[] {"network_mode", "pid", "ipc", "userns_mode"}) {
        Optional<YamlValue> value = service.member(key);
        if (value.flatMap(YamlValue::asString).orElse("").equals("host")) {
          Problem problem =
              Problem.at(
                  file.location(value.orElseThrow()),
                  "The container shares '" + key + "' with its host");
          // A shared network is wide open, and yet no way to the host's files.
          context.report(
              key.equals("network_mode") ? problem.withConfidence(Confidence.MEDIUM) : problem);
        }
      }
      capabilities(file, service.member("cap_add"), context);
      for (YamlValue option :
          service.member("security_opt").map(YamlValue::elements).orElse(List.of())) {
        String text = option.asString().orElse("").replace('=', ':');
        if (text.endsWith(":unconfined") || text.equals("label:disable")) {
          context.report(file.location(option), "The container is not confined: " + text);
        }
      }
    }
  }

  private static void check(KubernetesFile file, RuleContext context) {
    for (YamlValue resource : file.resources()) {
      YamlValue pod = KubernetesFile.podOf(resource).orElse(null);
      if (pod == null) {
        continue;
      }
      for (String key : new String[] {"hostNetwork", "hostPID", "hostIPC"}) {
        isTrue(file, pod, key, "shares '" + key + "' with its host", context);
      }
      for (YamlValue container : KubernetesFile.containersOf(pod)) {
        Optional<YamlValue> security = container.member("securityContext");
        if (security.isPresent()) {
          isTrue(file, security.get(), "privileged", "is privileged", context);
          isTrue(file, security.get(), "allowPrivilegeEscalation", "may gain rights", context);
          capabilities(file, security.get().at("capabilities", "add"), context);
        }
      }
    }
  }

  private static void isTrue(
      YamlManifest file, YamlValue holder, String key, String what, RuleContext context) {
    Optional<YamlValue> value = holder.member(key);
    if (value.flatMap(YamlValue::asBoolean).orElse(false)) {
      context.report(file.location(value.orElseThrow()), "The container " + what);
    }
  }

  private static void capabilities(
      YamlManifest file, Optional<YamlValue> list, RuleContext context) {
    for (YamlValue each : list.map(YamlValue::elements).orElse(List.of())) {
      String name = each.asString().orElse("");
      if (STRONG.contains(name)) {
        context.report(file.location(each), "The container gets the capability " + name);
      }
    }
  }
}
