package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Packages that the lock file lets come from elsewhere than they should. */
@RuleInfo(
    id = "supply-lock-insecure-host",
    title = "The lock file fetches a package over http, from a foreign host or under another name",
    severity = Severity.HIGH,
    cwe = {300, 829, 319},
    owasp = {"A08:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "An install fetches what the lock file's address names, not what package.json asks for. Who"
            + " changes one line of thousands in a pull request puts own code in the place of a"
            + " package; who sits on the way does so where plain http is used.",
    remedy =
        "Find out how the address came about; delete the entry and install again. A registry of"
            + " your own belongs into .npmrc.",
    bad =
        @Example(
            file = "package-lock.json",
            value =
                """
                {
                  "name": "a",
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "a", "dependencies": { "left": "^1.0.0", "right": "^1.0.0" } },
                    "node_modules/left": {
                      "version": "1.4.0",
                      "resolved": "http://registry.example/left/-/left-1.4.0.tgz",
                      "integrity": "sha512-bGVmdA=="
                    },
                    "node_modules/right": {
                      "version": "1.0.0",
                      "resolved": "https://registry.example/wrong/-/wrong-1.0.0.tgz",
                      "integrity": "sha512-cmlnaHQ="
                    }
                  }
                }
                """),
    good =
        @Example(
            file = "package-lock.json",
            value =
                """
                {
                  "name": "a",
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "a", "dependencies": { "left": "^1.0.0" } },
                    "node_modules/left": {
                      "version": "1.4.0",
                      "resolved": "https://registry.example/left/-/left-1.4.0.tgz",
                      "integrity": "sha512-bGVmdA=="
                    }
                  }
                }
                """))
public final class LockHost implements Rule {

  private static final int SHA1_DIGITS = 40;

  @Override
  public void register(Hooks on) {
    on.manifest(DependencyGraph.class, this::check);
  }

  private void check(DependencyGraph graph, RuleContext context) {
    Set<String> known = Registries.hosts(graph.directory(), context.project());
    String usual = usualHost(graph);
    if (usual != null) {
      known.add(usual);
    }
    List<LockedPackage> plain = new ArrayList<>();
    Map<String, List<LockedPackage>> foreign = new LinkedHashMap<>();
    for (LockedPackage each : graph.packages()) {
      String address = each.resolved().orElse("");
      String host = Registries.host(address);
      if (host == null || Registries.isLocal(host)) {
        continue;
      }
      if (address.startsWith("http:")) {
        plain.add(each);
      }
      if (each.origin() == PackageOrigin.REGISTRY) {
        String other = otherName(each, address);
        if (other != null) {
          context.report(
              each.location(), "'%s' is fetched as something else: %s".formatted(each, other));
        } else if (!known.contains(host)) {
          foreign.computeIfAbsent(host, key -> new ArrayList<>()).add(each);
        }
      }
    }
    if (!plain.isEmpty()) {
      context.report(plain.get(0).location(), counted(plain) + " fetched over plain http");
    }
    foreign.forEach((host, packages) -> reportForeign(host, packages, context));
  }

  private static void reportForeign(
      String host, List<LockedPackage> packages, RuleContext context) {
    Problem problem =
        Problem.at(
                packages.get(0).location(),
                "%s fetched from %s, which is neither the project's registry nor where most come from"
                    .formatted(counted(packages), host))
            .withSeverity(Severity.MEDIUM);
    // The public registry goes by more than one name.
    boolean registry =
        host.startsWith("registry.") && packages.stream().allMatch(LockHost::isChecked);
    context.report(registry ? problem.withConfidence(Confidence.LOW) : problem);
  }

  /** Whether what is fetched is compared with a hash: of its own, or at the end of the address. */
  private static boolean isChecked(LockedPackage locked) {
    String address = locked.resolved().orElse("");
    int mark = address.indexOf('#');
    return locked.integrity().isPresent() || mark > 0 && address.length() - mark > SHA1_DIGITS;
  }

  private static String counted(List<LockedPackage> packages) {
    int more = packages.size() - 1;
    String first = "'" + packages.get(0) + "'";
    return more == 0
        ? first + " is"
        : "%s and %,d other%s are".formatted(first, more, more == 1 ? "" : "s");
  }

  /** The host that most packages come from; null if there is none of that kind. */
  private static @Nullable String usualHost(DependencyGraph graph) {
    Map<String, Integer> counts = new HashMap<>();
    int all = 0;
    for (LockedPackage each : graph.packages()) {
      String host =
          each.origin() == PackageOrigin.REGISTRY
              ? Registries.host(each.resolved().orElse(""))
              : null;
      if (host != null) {
        counts.merge(host, 1, Integer::sum);
        all++;
      }
    }
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      if (each.getValue() * 2 > all) {
        return each.getKey();
      }
    }
    return null;
  }

  /**
   * What an address names instead of the package: registries put {@code name/-/file-version.tgz}
   * behind whatever folder they serve.
   *
   * @return null if it names the package, or has another form
   */
  private static @Nullable String otherName(LockedPackage locked, String address) {
    int mark = address.indexOf("/-/");
    if (mark < 0 || locked.version().isEmpty()) {
      return null;
    }
    String path = address.substring(0, mark).replace("%2f", "/").replace("%2F", "/");
    if (!path.replace("%40", "@").endsWith("/" + locked.name())) {
      return address.substring(address.indexOf("//") + 2, mark);
    }
    int end = address.indexOf(".tgz", mark);
    String file = end < 0 ? "" : address.substring(mark + 3, end);
    file = file.substring(file.lastIndexOf('/') + 1);
    String base = locked.name().substring(locked.name().indexOf('/') + 1) + "-";
    String version = locked.version();
    int build = version.indexOf('+');
    String plain = build < 0 ? version : version.substring(0, build);
    return file.isEmpty()
            || !file.startsWith(base)
            || file.equals(base + plain)
            || file.startsWith(base + plain + "+")
        ? null
        : file;
  }
}
