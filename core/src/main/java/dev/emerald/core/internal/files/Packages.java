package dev.emerald.core.internal.files;

import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.PackageJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/** Which package.json files make packages, and which of these are workspaces of another. */
final class Packages {

  private static final List<String> MARKS =
      List.of(
          "name",
          "version",
          "private",
          "main",
          "exports",
          "bin",
          "scripts",
          "workspaces",
          "engines");

  /** How much matching {@code workspaces} may take; what lies beyond is a package all the same. */
  private static final long MOST_STEPS = 100_000_000L;

  private Packages() {}

  /**
   * The packages of a project, by folder.
   *
   * @param packageJsons by the folder they lie in
   */
  static List<ProjectPackage> of(NavigableMap<String, PackageJson> packageJsons) {
    Set<String> workspaces = workspaces(packageJsons);
    List<ProjectPackage> packages = new ArrayList<>();
    packageJsons.forEach(
        (folder, manifest) -> {
          if (isPackage(manifest)) {
            packages.add(new ProjectPackage(folder, manifest, workspaces.contains(folder)));
          }
        });
    return List.copyOf(packages);
  }

  /** A package.json may do no more than say how the files around it are read. */
  private static boolean isPackage(PackageJson manifest) {
    JsonValue json = manifest.json();
    for (String mark : MARKS) {
      if (json.member(mark).isPresent()) {
        return true;
      }
    }
    for (DependencyKind kind : DependencyKind.values()) {
      if (json.member(kind.key()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> workspaces(NavigableMap<String, PackageJson> packageJsons) {
    Set<String> workspaces = new HashSet<>();
    MatchBudget budget = new MatchBudget(MOST_STEPS);
    for (Map.Entry<String, PackageJson> root : packageJsons.entrySet()) {
      PathPatterns patterns = patterns(root.getValue().workspaces());
      String folder = root.getKey();
      int from = folder.isEmpty() ? 0 : folder.length() + 1;
      if (patterns.isEmpty() || budget.exhausted()) {
        continue;
      }
      for (String inner : packageJsons.tailMap(folder).keySet()) {
        if (RelativePaths.isIn(folder, inner)
            && !inner.equals(folder)
            && patterns.matchesFolder(inner.substring(from), budget)) {
          workspaces.add(inner);
        }
      }
    }
    return workspaces;
  }

  private static PathPatterns patterns(List<String> written) {
    List<String> anchored = new ArrayList<>();
    for (String pattern : written) {
      boolean negated = pattern.startsWith("!");
      String path = negated ? pattern.substring(1) : pattern;
      path = path.startsWith("./") ? path.substring(2) : path;
      anchored.add((negated ? "!/" : "/") + (path.startsWith("/") ? path.substring(1) : path));
    }
    try {
      return PathPatterns.of(anchored);
    } catch (IllegalArgumentException e) {
      // Braces that stand for thousands of folders name none that anybody meant.
      return PathPatterns.NONE;
    }
  }
}
