package dev.emerald.rules.supply;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.version.RangeOption;
import dev.emerald.spi.version.VersionRange;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lock files that do not hold what is asked for. */
@RuleInfo(
    id = "supply-lock-out-of-sync",
    title = "package.json and lock file disagree",
    severity = Severity.MEDIUM,
    confidence = Confidence.HIGH,
    cwe = 1357,
    owasp = {"A06:2021"},
    roadmap = RoadmapItem.CI_4,
    why =
        "What package.json asks for and the lock file does not hold is chosen anew by each install,"
            + " and an install from the lock file alone (npm ci) fails.",
    remedy = "Run the package manager's install once and commit the lock file that it writes.",
    bad =
        @Example(
            file = "package-lock.json",
            packageJson =
                """
                { "name": "a", "dependencies": { "left": "^2.0.0", "right": "^1.0.0" } }
                """,
            value =
                """
                {
                  "name": "a",
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "a", "dependencies": { "left": "^1.0.0" } },
                    "node_modules/left": { "version": "1.4.0" }
                  }
                }
                """),
    good =
        @Example(
            file = "package-lock.json",
            packageJson =
                """
                { "name": "a", "dependencies": { "left": "^1.0.0" } }
                """,
            value =
                """
                {
                  "name": "a",
                  "lockfileVersion": 3,
                  "packages": {
                    "": { "name": "a", "dependencies": { "left": "^1.0.0" } },
                    "node_modules/left": { "version": "1.4.0" }
                  }
                }
                """))
public final class LockOutOfStep implements Rule {

  @Override
  public void register(Hooks on) {
    on.manifest(DependencyGraph.class, this::check);
  }

  private void check(DependencyGraph graph, RuleContext context) {
    if (graph.formatVersion().isEmpty() && graph.packages().isEmpty()) {
      return;
    }
    int right = 0;
    int wrong = 0;
    Set<String> overridden = new HashSet<>(graph.overridden());
    Folders.packageJson(graph.directory(), context.project())
        .ifPresent(root -> overridden.addAll(overridden(root)));
    for (LockedPackage project : graph.projects()) {
      String folder = Folders.in(graph.directory(), project.directory());
      PackageJson manifest = Folders.packageJson(folder, context.project()).orElse(null);
      if (manifest == null) {
        continue;
      }
      Map<String, LockedDependency> locked = new HashMap<>();
      project.dependencies().forEach(asked -> locked.put(asked.name(), asked));
      for (Dependency dependency : manifest.dependencies()) {
        if (dependency.kind() == DependencyKind.PEER) {
          continue;
        }
        String problem =
            problem(dependency, locked.get(dependency.name()), graph.format(), overridden);
        if (problem == null) {
          right++;
        } else {
          wrong++;
          context.report(dependency.rangeLocation(), problem);
        }
      }
    }
    if (right > 0 && wrong == 0) {
      context.satisfied(
          RoadmapItem.CI_4,
          graph.source().location(0, 0),
          "the lock file of %s holds all that package.json asks for, %d packages in all"
              .formatted(graph.format().command(), graph.packages().size()));
    }
  }

  private static @Nullable String problem(
      Dependency asked,
      @Nullable LockedDependency locked,
      LockFormat format,
      Set<String> overridden) {
    String who = "'" + asked.name() + "@" + asked.range() + "'";
    if (locked == null || locked.target().isEmpty()) {
      boolean optional = locked != null && asked.kind() == DependencyKind.OPTIONAL;
      return optional || isOfProject(asked.range()) ? null : "The lock file holds no " + who;
    }
    LockedPackage chosen = locked.target().get();
    if (chosen.origin() == PackageOrigin.PROJECT || overridden.contains(asked.name())) {
      return null;
    }
    // These compare what is asked for to the letter.
    boolean literal = format == LockFormat.PNPM || format == LockFormat.BUN;
    if (literal && !locked.range().isEmpty() && !locked.range().equals(asked.range())) {
      return "The lock file was made for '%s@%s', not %s"
          .formatted(asked.name(), locked.range(), who);
    }
    String range = asked.range();
    if (range.startsWith("npm:")) {
      range = range.indexOf('@', 5) < 0 ? "*" : range.substring(range.indexOf('@', 5) + 1);
    }
    boolean outside =
        chosen.origin() == PackageOrigin.REGISTRY
            && !chosen.version().isEmpty()
            && VersionRange.parse(
                    range, EnumSet.of(RangeOption.LOOSE, RangeOption.INCLUDE_PRERELEASE))
                .filter(parsed -> !parsed.contains(chosen.version()))
                .isPresent();
    return outside
        ? "The lock file holds version %s, which %s does not allow".formatted(chosen.version(), who)
        : null;
  }

  private static boolean isOfProject(String range) {
    return range.startsWith("workspace:")
        || range.startsWith("file:")
        || range.startsWith("link:")
        || range.startsWith("portal:");
  }

  /** The packages for which the root puts another range in the place of what is asked for. */
  private static Set<String> overridden(PackageJson root) {
    Set<String> names = new HashSet<>();
    for (List<String> path :
        List.of(List.of("overrides"), List.of("resolutions"), List.of("pnpm", "overrides"))) {
      JsonValue group = root.json().at(path.toArray(String[]::new)).orElse(null);
      if (group != null) {
        for (JsonMember member : group.members()) {
          String last = member.name().substring(member.name().lastIndexOf('>') + 1);
          int at = last.indexOf('@', 1);
          names.add(at < 0 ? last : last.substring(0, at));
        }
      }
    }
    return names;
  }
}
