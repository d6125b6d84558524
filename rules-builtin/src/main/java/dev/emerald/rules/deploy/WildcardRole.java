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

/** Accounts that may do everything. */
@RuleInfo(
    id = "k8s-default-sa-rbac",
    title = "A role allows everything",
    severity = Severity.MEDIUM,
    cwe = {269},
    owasp = {"A01:2021"},
    roadmap = {RoadmapItem.DEP_6},
    why =
        "A pod with this role, or whoever takes it over, rules the namespace or the whole"
            + " cluster.",
    remedy = "Name the verbs and the resources that are needed.",
    bad = {
      @Example(
          file = "k8s/role.yaml",
          value =
              """
              apiVersion: rbac.authorization.k8s.io/v1
              kind: ClusterRole
              rules:
                - apiGroups: ['*']
                  resources: ['*']
                  verbs: ['*']
              """)
    },
    good = {
      @Example(
          file = "k8s/role.yaml",
          value =
              """
              apiVersion: rbac.authorization.k8s.io/v1
              kind: Role
              rules:
                - apiGroups: [""]
                  resources: [configmaps]
                  verbs: [get, list]
              """)
    })
public final class WildcardRole implements Rule {
  @Override
  public void register(Hooks on) {
    on.manifest(KubernetesFile.class, WildcardRole::check);
  }

  private static void check(KubernetesFile file, RuleContext context) {
    for (YamlValue resource : file.resources()) {
      String kind = KubernetesFile.kind(resource);
      if (!kind.equals("Role") && !kind.equals("ClusterRole")) {
        continue;
      }
      for (YamlValue rule : resource.member("rules").map(YamlValue::elements).orElse(List.of())) {
        boolean everyGroup = has(rule, "apiGroups", "*") || has(rule, "apiGroups", "");
        if (has(rule, "verbs", "*") && has(rule, "resources", "*") && everyGroup) {
          context.report(file.location(rule), "The role allows everything on everything");
        }
      }
    }
  }

  private static boolean has(YamlValue rule, String key, String wanted) {
    return rule.member(key).map(YamlValue::elements).orElse(List.of()).stream()
        .anyMatch(each -> each.asString().orElse("").equals(wanted));
  }
}
