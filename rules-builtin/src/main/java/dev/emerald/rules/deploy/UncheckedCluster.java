package dev.emerald.rules.deploy;

import dev.emerald.spi.deploy.KubernetesFile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;

/** Clusters whose certificates nobody checks. */
@RuleInfo(
    id = "k8s-skip-tls",
    title = "A certificate within the cluster is not checked",
    severity = Severity.MEDIUM,
    cwe = {295},
    owasp = {"A02:2021"},
    roadmap = {RoadmapItem.DEP_7},
    why =
        "Whoever can speak for the service gets what is sent to it, its credentials" + " included.",
    remedy = "Give the certificate of the authority: caBundle or certificate-authority-data.",
    bad = {
      @Example(
          file = "k8s/api.yaml",
          value =
              """
              apiVersion: apiregistration.k8s.io/v1
              kind: APIService
              spec:
                insecureSkipTLSVerify: true
              """)
    },
    good = {
      @Example(
          file = "k8s/api.yaml",
          value =
              """
              apiVersion: apiregistration.k8s.io/v1
              kind: APIService
              spec:
                insecureSkipTLSVerify: false
              """)
    })
public final class UncheckedCluster implements Rule {
  private static final int DEEPEST = 6;

  @Override
  public void register(Hooks on) {
    on.manifest(
        KubernetesFile.class,
        (file, context) -> {
          for (YamlValue resource : file.resources()) {
            check(file, resource, 0, context);
          }
        });
  }

  private static void check(KubernetesFile file, YamlValue value, int depth, RuleContext context) {
    for (YamlMember member : value.members()) {
      boolean off =
          member.name().equals("insecureSkipTLSVerify")
              || member.name().equals("insecure-skip-tls-verify");
      if (off && member.value().asBoolean().orElse(false)) {
        context.report(file.location(member), "The certificate is not checked");
      } else if (depth < DEEPEST) {
        check(file, member.value(), depth + 1, context);
      }
    }
    for (YamlValue element : value.elements()) {
      if (depth < DEEPEST) {
        check(file, element, depth + 1, context);
      }
    }
  }
}
