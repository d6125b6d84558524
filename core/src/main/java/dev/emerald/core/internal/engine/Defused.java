package dev.emerald.core.internal.engine;

import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.project.ApiUse;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.source.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which packages have middleware that makes what requests bring harmless. */
final class Defused {

  private static final String REQUESTS = "remote";

  private final List<ApiUse> uses;
  private final Map<String, ProjectPackage> owners = new HashMap<>();
  private final Map<ApiPattern, Set<ProjectPackage>> known = new ConcurrentHashMap<>();

  /**
   * Looks at a project.
   *
   * @param uses what its code uses
   */
  Defused(List<ProjectFile> files, List<ApiUse> uses) {
    this.uses = List.copyOf(uses);
    for (ProjectFile file : files) {
      owners.put(file.path(), file.owner());
    }
  }

  /**
   * Whether what a query asks for does no harm where it comes from.
   *
   * @param origin what the data is
   * @param start where it comes from
   */
  boolean has(TaintQuery asked, String origin, Location start) {
    if (asked.defusing().isEmpty() || !origin.equals(REQUESTS)) {
      return false;
    }
    ProjectPackage owner = owners.get(start.path());
    return owner != null
        && asked.defusing().stream()
            .anyMatch(each -> known.computeIfAbsent(each, this::using).contains(owner));
  }

  private Set<ProjectPackage> using(ApiPattern middleware) {
    Set<ProjectPackage> using = new HashSet<>();
    for (ApiUse use : uses) {
      if (use.called() && !use.file().test() && middleware.matches(use.api())) {
        using.add(use.file().owner());
      }
    }
    return using;
  }
}
