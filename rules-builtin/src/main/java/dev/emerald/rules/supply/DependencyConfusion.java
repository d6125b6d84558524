package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YarnConfig;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Packages of an own registry whose names anybody can take on the usual one. */
@RuleInfo(
    id = "supply-dependency-confusion",
    title = "A package of an own registry is not bound to it",
    severity = Severity.MEDIUM,
    confidence = Confidence.MEDIUM,
    cwe = {427, 1357},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "The lock file has the package from the project's own registry, but the settings bind"
            + " neither its name nor its scope to that. Whoever installs it anew, or without the"
            + " lock file, asks the usual registry, and gets what anybody has published there under"
            + " the name.",
    remedy =
        "Give the packages of the own registry a scope, and bind that with '@scope:registry=…' in"
            + " .npmrc (npmScopes in .yarnrc.yml).",
    bad =
        @Example(
            file = "yarn.lock",
            packageJson =
                """
                { "name": "shop", "publishConfig": { "registry": "https://npm.corp.example/" } }
                """,
            value =
                """
                billing-core@^1.0.0:
                  version "1.0.0"
                  resolved "https://npm.corp.example/billing-core/-/billing-core-1.0.0.tgz#abc"
                """),
    good =
        @Example(
            file = "yarn.lock",
            packageJson =
                """
                { "name": "shop", "publishConfig": { "registry": "https://npm.corp.example/" } }
                """,
            value =
                """
                billing-core@^1.0.0:
                  version "1.0.0"
                  resolved "https://registry.example/billing-core/-/billing-core-1.0.0.tgz#abc"
                """))
public final class DependencyConfusion implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(DependencyGraph.class, DependencyConfusion::check);
  }

  private static void check(DependencyGraph graph, RuleContext context) {
    String folder = graph.directory();
    Map<String, Set<String>> bound = bound(folder, context.project());
    Set<String> usual = bound.getOrDefault("", Set.of());
    Set<String> own = Registries.published(folder, context.project());
    bound.forEach((scope, hosts) -> own.addAll(scope.isEmpty() ? Set.of() : hosts));
    own.removeAll(usual);
    Map<String, LockedPackage> first = new LinkedHashMap<>();
    for (LockedPackage each : graph.packages()) {
      String host = Registries.host(each.resolved().orElse(""));
      int slash = each.name().startsWith("@") ? each.name().indexOf('/') : -1;
      String scope = slash < 0 ? "" : each.name().substring(0, slash);
      if (each.origin() == PackageOrigin.REGISTRY
          && host != null
          && own.contains(host)
          && (scope.isEmpty() || !bound.getOrDefault(scope, Set.of()).contains(host))) {
        first.putIfAbsent((scope.isEmpty() ? each.name() : scope) + " " + host, each);
      }
    }
    first.forEach((key, each) -> report(each, key, context));
  }

  private static void report(LockedPackage first, String key, RuleContext context) {
    String name = key.substring(0, key.indexOf(' '));
    String host = key.substring(key.indexOf(' ') + 1);
    context.report(
        first.location(),
        name.startsWith("@")
            ? "'%s' comes from %s, but no setting binds %s to it".formatted(first, host, name)
            : "'%s' comes from %s, but its name has no scope that could be bound to it"
                .formatted(first, host));
  }

  /** The hosts of registries by the scope they are set for, which is empty for all packages. */
  private static Map<String, Set<String>> bound(String folder, Project project) {
    Map<String, Set<String>> bound = new LinkedHashMap<>();
    for (NpmConfig config : project.manifests(NpmConfig.class)) {
      if (Folders.isIn(Folders.of(config), folder)) {
        for (ConfigEntry entry : config.entries()) {
          if (Registries.isRegistry(entry)) {
            int colon = entry.key().lastIndexOf(':');
            add(bound, colon < 0 ? "" : entry.key().substring(0, colon), entry.value());
          }
        }
      }
    }
    for (YarnConfig config : project.manifests(YarnConfig.class)) {
      if (Folders.isIn(Folders.of(config), folder)) {
        for (YamlMember member : config.yaml().members()) {
          if (member.name().equals("npmRegistryServer")) {
            add(bound, "", member.value().asString().orElse(""));
          }
          if (member.name().equals("npmScopes")) {
            for (YamlMember scope : member.value().members()) {
              for (YamlMember setting : scope.value().members()) {
                if (setting.name().equals("npmRegistryServer")) {
                  add(bound, "@" + scope.name(), setting.value().asString().orElse(""));
                }
              }
            }
          }
        }
      }
    }
    return bound;
  }

  private static void add(Map<String, Set<String>> bound, String scope, String address) {
    String host = Registries.host(address);
    if (host != null) {
      bound.computeIfAbsent(scope, key -> new HashSet<>()).add(host);
    }
  }
}
