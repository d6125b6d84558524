package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.PackageJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;

/** The package.json files around a lock file. Immutable. */
public final class ProjectPackages {

  private final NavigableMap<String, PackageJson> byFolder;
  private final NavigableSet<String> workspaces;

  /**
   * Those of a project.
   *
   * @param byFolder every package.json by the folder it lies in
   * @param workspaces the folders of those that are workspaces of another
   */
  public ProjectPackages(
      NavigableMap<String, PackageJson> byFolder, NavigableSet<String> workspaces) {
    this.byFolder = byFolder;
    this.workspaces = workspaces;
  }

  /** The package.json in a folder. */
  Optional<PackageJson> in(String folder) {
    return Optional.ofNullable(byFolder.get(folder));
  }

  /** The folders of the workspaces below a folder, relative to it, in order. */
  List<String> workspacesOf(String folder) {
    if (in(folder).map(PackageJson::workspaces).orElse(List.of()).isEmpty()) {
      return List.of();
    }
    String prefix = folder.isEmpty() ? "" : folder + "/";
    List<String> relative = new ArrayList<>();
    for (String each : workspaces.tailSet(prefix, false)) {
      if (!each.startsWith(prefix)) {
        break;
      }
      relative.add(each.substring(prefix.length()));
    }
    return relative;
  }

  /**
   * What a package of the project asks for, each name once: as an optional dependency before a
   * plain one, and that before one for development or a peer.
   */
  static Collection<Dependency> asked(PackageJson manifest) {
    Map<String, Dependency> byName = new LinkedHashMap<>();
    for (DependencyKind kind :
        List.of(
            DependencyKind.OPTIONAL,
            DependencyKind.PRODUCTION,
            DependencyKind.DEVELOPMENT,
            DependencyKind.PEER)) {
      for (Dependency dependency : manifest.dependencies(kind)) {
        byName.putIfAbsent(dependency.name(), dependency);
      }
    }
    return byName.values();
  }
}
