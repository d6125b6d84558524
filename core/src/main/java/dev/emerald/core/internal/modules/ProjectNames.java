package dev.emerald.core.internal.modules;

import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.ProjectPackage;
import dev.emerald.core.internal.files.RelativePaths;
import dev.emerald.core.internal.files.TestFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The project's packages by name. */
final class ProjectNames {

  /** How many packages of one name are told apart. */
  private static final int MOST_OF_ONE_NAME = 64;

  private final Map<String, List<ProjectPackage>> byName = new HashMap<>();

  ProjectNames(ProjectFiles files) {
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
