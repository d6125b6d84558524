package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Set;

/** Packages with the name of a module of Node.js. */
@RuleInfo(
    id = "supply-phantom-builtin",
    title = "A dependency has the name of a module of Node.js",
    severity = Severity.MEDIUM,
    cwe = 427,
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_5,
    why =
        "require('fs') never loads the package: Node.js has its own. What is installed runs its"
            + " install scripts all the same, and such names are a favourite of attackers.",
    remedy = "Remove the dependency.",
    bad =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "dependencies": { "crypto": "^1.0.1", "fs": "0.0.1-security" } }
                """),
    good =
        @Example(
            file = "package.json",
            value =
                """
                { "name": "a", "dependencies": { "buffer": "^6.0.0", "events": "^3.3.0" } }
                """))
public final class ShadowedBuiltin implements Rule {

  /** Those left out are polyfills for browsers. */
  private static final Set<String> BUILTINS =
      Set.of(
          "child_process",
          "cluster",
          "crypto",
          "dgram",
          "dns",
          "fs",
          "http",
          "http2",
          "https",
          "inspector",
          "module",
          "net",
          "os",
          "perf_hooks",
          "readline",
          "repl",
          "tls",
          "v8",
          "vm",
          "worker_threads",
          "zlib");

  @Override
  public void register(Hooks on) {
    on.manifest(
        PackageJson.class,
        (manifest, context) -> {
          for (Dependency dependency : manifest.dependencies()) {
            if (BUILTINS.contains(dependency.name())
                && !dependency.range().startsWith("npm:")
                && !dependency.range().startsWith("file:")) {
              context.report(
                  dependency.nameLocation(),
                  "Node.js has its own '" + dependency.name() + "'; the package is never loaded");
            }
          }
        });
  }
}
