package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.Inventory;
import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.project.ApiUse;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the inventory of a project that was analysed. */
final class Stocktaking {

  /** Names that mean nothing in a pattern; lock files may hold any. */
  private static final Pattern PLAIN = Pattern.compile("(?:@[\\w.~-]+/)?[\\w.~-]+");

  private Stocktaking() {}

  static Inventory of(ProjectView view) {
    Inventory.Builder inventory = Inventory.builder();
    List<DependencyGraph> graphs = view.manifests(DependencyGraph.class);
    Advisories advisories = view.advisories().orElse(null);
    inventory.lockFiles(graphs).advisories(advisories);
    Map<String, Set<String>> aliases = importedAs(graphs);
    Map<String, Set<String>> importers = importers(view, aliases);
    importers.forEach((name, paths) -> inventory.importers(name, List.copyOf(paths)));
    if (advisories == null || !view.knowsUses()) {
      return inventory.build();
    }
    for (DependencyGraph graph : graphs) {
      for (LockedPackage each : graph.packages()) {
        for (Advisory advisory : advisories.affecting(each.name(), each.version())) {
          List<Location> uses = uses(aliases.getOrDefault(each.name(), Set.of()), advisory, view);
          if (!uses.isEmpty()) {
            inventory.weakUses(each.name(), advisory.id(), uses);
          }
        }
      }
    }
    return inventory.build();
  }

  /** The names under which the project's own packages have the packages that they ask for. */
  private static Map<String, Set<String>> importedAs(List<DependencyGraph> graphs) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (DependencyGraph graph : graphs) {
      for (String name : graph.names()) {
        names.computeIfAbsent(name, key -> new TreeSet<>()).add(name);
      }
      for (LockedPackage project : graph.projects()) {
        for (LockedDependency asked : project.dependencies()) {
          asked.target().ifPresent(to -> add(names, to.name(), asked.name()));
        }
      }
    }
    return names;
  }

  private static void add(Map<String, Set<String>> names, String name, String alias) {
    names.computeIfAbsent(name, key -> new TreeSet<>()).add(alias);
  }

  private static Map<String, Set<String>> importers(
      ProjectView view, Map<String, Set<String>> aliases) {
    Map<String, Set<String>> named = new TreeMap<>();
    aliases.forEach((name, all) -> all.forEach(alias -> add(named, alias, name)));
    Map<String, Set<String>> importers = new TreeMap<>();
    for (ProjectFile file : view.files()) {
      if (!file.test()) {
        for (String imported : file.imports()) {
          for (String name : named.getOrDefault(imported, Set.of())) {
            add(importers, name, file.path());
          }
        }
      }
    }
    return importers;
  }

  private static List<Location> uses(Set<String> names, Advisory advisory, ProjectView view) {
    TreeSet<Location> uses = new TreeSet<>();
    for (String function : advisory.functions()) {
      String path = function.replace(".prototype.", "().");
      for (String name : names) {
        if (!PLAIN.matcher(name).matches()) {
          continue;
        }
        Stream.of(name + "." + path, name + "/" + path, name + "/" + path.replace('.', '/'))
            .distinct()
            .flatMap(api -> view.uses(ApiPattern.api(api)).stream())
            .filter(use -> !use.file().test())
            .map(ApiUse::location)
            .forEach(uses::add);
      }
    }
    return List.copyOf(uses);
  }
}
