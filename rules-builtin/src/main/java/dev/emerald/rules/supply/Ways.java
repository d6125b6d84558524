package dev.emerald.rules.supply;

import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a project comes to have a package. */
final class Ways {

  private static final int MOST_STEPS = 20;

  private Ways() {}

  /**
   * The packages of a lock file, each version of each once: of several places the one that is not
   * for development alone.
   */
  static Iterable<LockedPackage> versions(DependencyGraph graph) {
    Map<String, LockedPackage> versions = new LinkedHashMap<>();
    for (LockedPackage each : graph.packages()) {
      versions.merge(
          each.toString(), each, (known, other) -> known.isDev() && !other.isDev() ? other : known);
    }
    return versions.values();
  }

  /** What the project itself asks for that brings a package along, or is it. */
  static Set<String> direct(LockedPackage target, DependencyGraph graph) {
    Map<LockedPackage, List<LockedDependency>> askers = new HashMap<>();
    for (List<LockedPackage> packages : List.of(graph.projects(), graph.packages())) {
      for (LockedPackage each : packages) {
        for (LockedDependency asked : each.dependencies()) {
          asked
              .target()
              .ifPresent(to -> askers.computeIfAbsent(to, key -> new ArrayList<>()).add(asked));
        }
      }
    }
    Set<String> names = new TreeSet<>();
    Set<LockedPackage> seen = new HashSet<>(Set.of(target));
    Deque<LockedPackage> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (LockedDependency asked : askers.getOrDefault(open.pop(), List.of())) {
        if (asked.from().origin() == PackageOrigin.PROJECT) {
          names.add(asked.name());
        } else if (seen.add(asked.from())) {
          open.push(asked.from());
        }
      }
    }
    return names;
  }

  /** A problem with the way to the package as its trace, from the package.json on. */
  static Problem traced(
      Problem problem, DependencyGraph graph, List<LockedDependency> way, Project project) {
    Problem traced = problem;
    for (int i = 0; i < Math.min(MOST_STEPS, way.size()); i++) {
      LockedDependency step = way.get(i);
      Location at =
          i == 0
              ? declared(step, graph, project)
                  .map(Dependency::nameLocation)
                  .orElseGet(step::location)
              : step.location();
      String who = i == 0 ? "the project" : "'" + step.from() + "'";
      String range = range(step, graph, project);
      traced =
          traced.withStep(
              at,
              who
                  + " asks for '"
                  + (range.isEmpty() ? step.name() : step.name() + "@" + range)
                  + "'");
    }
    return traced;
  }

  /** What is asked for: as the lock file has it, or else the package.json; empty if none says. */
  static String range(LockedDependency asked, DependencyGraph graph, Project project) {
    if (!asked.range().isEmpty()) {
      return asked.range().startsWith("npm:") && asked.range().indexOf('@', 5) < 0
          ? asked.range().substring(4)
          : asked.range();
    }
    return declared(asked, graph, project).map(Dependency::range).orElse("");
  }

  /** Where a package.json asks for what a package of the project asks for. */
  static Optional<Dependency> declared(
      LockedDependency asked, DependencyGraph graph, Project project) {
    String lock = graph.directory();
    String below = asked.from().directory();
    String directory = lock.isEmpty() ? below : below.isEmpty() ? lock : lock + "/" + below;
    for (ProjectPackage each : project.packages()) {
      if (each.directory().equals(directory)) {
        return each.manifest().flatMap(manifest -> manifest.dependency(asked.name()));
      }
    }
    return Optional.empty();
  }
}
