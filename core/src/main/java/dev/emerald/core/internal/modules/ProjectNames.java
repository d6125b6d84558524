package dev.emerald.core.internal.modules;

import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.ProjectPackage;
import dev.emerald.core.internal.files.RelativePaths;
import dev.emerald.core.internal.files.TestFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The project's packages by name. */
final class ProjectNames {

  /** How many packages of one name are told apart. */
  private static final int MOST_OF_ONE_NAME = 64;

  /** Files that make the packages below their folder workspaces. */
  private static final Set<String> OF_WORKSPACES =
      Set.of(
          "lerna.json",
          "nx.json",
          "pnpm-workspace.yaml",
          "pnpm-workspace.yml",
          "rush.json",
          "turbo.json");

  private final Map<String, List<ProjectPackage>> byName = new HashMap<>();
  private final Set<String> workspaceRoots = new HashSet<>();

  ProjectNames(ProjectFiles files) {
    files
        .packageJsons()
        .forEach(
            (folder, manifest) -> {
              if (!manifest.workspaces().isEmpty()) {
                workspaceRoots.add(folder);
              }
            });
    for (String path : files.paths()) {
      if (OF_WORKSPACES.contains(RelativePaths.nameOf(path))) {
        workspaceRoots.add(RelativePaths.folderOf(path));
      }
    }
    for (ProjectPackage each : files.packages()) {
      String name = each.manifest().name().orElse("");
      List<ProjectPackage> named = byName.computeIfAbsent(name, key -> new ArrayList<>());
      if (named.size() < MOST_OF_ONE_NAME) {
        named.add(each);
      }
    }
  }

  /**
   * The folder of the package that a file means by a name. Of several a workspace goes first, then
   * the nearest; one that lies among tests is meant by tests alone.
   *
   * @return null if the project has none
   */
  @Nullable String folderOf(String name, String from) {
    List<ProjectPackage> named = byName.getOrDefault(name, List.of());
    ProjectPackage best = null;
    int bestScore = -1;
    boolean fromTest = TestFiles.isTest(from);
    for (ProjectPackage candidate : named) {
      if (!fromTest && TestFiles.isTest(RelativePaths.in(candidate.folder(), "package.json"))) {
        continue;
      }
      int score = nearness(candidate.folder(), from) + (candidate.workspace() ? 1_000_000 : 0);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best == null ? null : best.folder();
  }

  /** Whether a folder around both makes them workspaces of one project. */
  boolean areOfOneWorkspace(String folder, String from) {
    String around = folder;
    while (true) {
      if (workspaceRoots.contains(around) && RelativePaths.isIn(around, from)) {
        return true;
      }
      if (around.isEmpty()) {
        return false;
      }
      around = RelativePaths.folderOf(around);
    }
  }

  /** How many units of the two paths are the same at their start. */
  private static int nearness(String folder, String from) {
    int length = 0;
    while (length < folder.length()
        && length < from.length()
        && folder.charAt(length) == from.charAt(length)) {
      length++;
    }
    return length;
  }
}
