package dev.emerald.rules.supply;

import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import java.util.Optional;

/** Which manifests lie where. */
final class Folders {

  private Folders() {}

  /** The folder of a manifest; empty for the root. */
  static String of(Manifest manifest) {
    int slash = manifest.path().lastIndexOf('/');
    return slash < 0 ? "" : manifest.path().substring(0, slash);
  }

  /** Whether a folder is another one or lies in it. */
  static boolean isIn(String outer, String inner) {
    return outer.isEmpty() || inner.equals(outer) || inner.startsWith(outer + "/");
  }

  /** A folder in a folder. */
  static String in(String outer, String inner) {
    return outer.isEmpty() ? inner : inner.isEmpty() ? outer : outer + "/" + inner;
  }

  /** The package.json in a folder. */
  static Optional<PackageJson> packageJson(String folder, Project project) {
    return project.manifests(PackageJson.class).stream()
        .filter(manifest -> of(manifest).equals(folder))
        .findFirst();
  }

  /** Whether the package in a folder is one that others install. */
  static boolean isLibrary(String folder, Project project) {
    return project.packages().stream()
        .anyMatch(
            each -> each.directory().equals(folder) && each.mode() == ProjectPackage.Mode.LIBRARY);
  }
}
