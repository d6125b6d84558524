package dev.emerald.core.internal.engine;

import dev.emerald.core.analysis.Configuration.Mode;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.RelativePaths;
import dev.emerald.core.internal.flow.entries.EntryPackage;
import dev.emerald.core.internal.modules.ImportKind;
import dev.emerald.core.internal.modules.ModuleResolver;
import dev.emerald.core.internal.modules.Resolution;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.ProjectPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The packages that others call, with the files that they give: what package.json names; where it
 * names none that is there, or there is no package.json, the modules that no other one imports.
 */
final class EntryPackages {

  private final ProjectFiles files;
  private final Project project;
  private final ApiLinks links;
  private final ModuleResolver resolver;
  private final Mode mode;

  private EntryPackages(ProjectFiles files, Project project, ApiLinks links, Mode mode) {
    this.files = files;
    this.project = project;
    this.links = links;
    this.mode = mode;
    this.resolver = new ModuleResolver(files);
  }

  static List<EntryPackage> of(ProjectFiles files, Project project, ApiLinks links, Mode mode) {
    EntryPackages packages = new EntryPackages(files, project, links, mode);
    List<EntryPackage> found = new ArrayList<>();
    if (mode != Mode.APPLICATION) {
      for (ProjectPackage each : project.packages()) {
        if (packages.isCalled(each)) {
          found.add(new EntryPackage(each.directory(), packages.roots(each)));
        }
      }
    }
    return found;
  }

  /** Whether others call what the package exports. */
  private boolean isCalled(ProjectPackage each) {
    PackageJson manifest = each.manifest().orElse(null);
    if (mode == Mode.LIBRARY || manifest == null) {
      return true;
    }
    if (each.mode() == ProjectPackage.Mode.LIBRARY) {
      return true;
    }
    return !manifest.isPrivate()
        && (manifest.bin().isEmpty() || hasEntry(each))
        && (manifest.name().isPresent() || manifest.script("start").isEmpty());
  }

  /** Whether requiring the package gives a file, be it only by the conventional name. */
  private boolean hasEntry(ProjectPackage each) {
    Set<String> found = new TreeSet<>();
    add(found, RelativePaths.in(each.directory(), "package.json"), "./");
    return !found.isEmpty();
  }

  private List<String> roots(ProjectPackage each) {
    Set<String> roots = new TreeSet<>();
    String folder = each.directory();
    if (each.manifest().isPresent()) {
      String inside = RelativePaths.in(folder, "package.json");
      add(roots, inside, "./");
      for (String shipped : files.shipped(folder)) {
        add(roots, inside, relative(folder, shipped));
      }
    }
    if (!roots.isEmpty()) {
      return List.copyOf(roots);
    }
    Set<String> imported = new HashSet<>();
    List<String> own = new ArrayList<>();
    for (ProjectFile file : project.files()) {
      if (file.owner().directory().equals(folder) && !file.test()) {
        own.add(file.path());
        for (String target : links.importedFiles(file.path())) {
          if (!target.equals(file.path())) {
            imported.add(target);
          }
        }
      }
    }
    for (String path : own) {
      if (!imported.contains(path)) {
        roots.add(path);
      }
    }
    return roots.isEmpty() ? own : List.copyOf(roots);
  }

  private static String relative(String folder, String path) {
    return "./" + (folder.isEmpty() ? path : path.substring(folder.length() + 1));
  }

  private void add(Set<String> roots, String from, String specifier) {
    for (ImportKind kind : List.of(ImportKind.REQUIRE, ImportKind.IMPORT)) {
      if (resolver.resolve(from, specifier, kind) instanceof Resolution.ProjectFile file
          && files.source(file.path()).isPresent()) {
        roots.add(file.path());
      }
    }
  }
}
