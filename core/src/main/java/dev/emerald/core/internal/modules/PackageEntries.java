package dev.emerald.core.internal.modules;

import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.RelativePaths;
import dev.emerald.core.internal.files.SourceEquivalents;
import dev.emerald.spi.manifest.JsonNull;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.PackageJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package of the project gives: the file for its name or for a subpath of it.
 *
 * <p>A package in its sources names built files that are not there; then the source is found that
 * the built file is likely to be made from.
 */
final class PackageEntries {

  /** A folder's package.json may name a folder with a package.json, and so on. */
  private static final int MOST_FOLDERS = 8;

  private final ProjectFiles files;
  private final PathProbe probe;
  private final PathConfigs configs;

  PackageEntries(ProjectFiles files, PathProbe probe, PathConfigs configs) {
    this.files = files;
    this.probe = probe;
    this.configs = configs;
  }

  /**
   * The file that a package gives.
   *
   * @param folder of the package
   * @param subpath without a slash at its start; empty for the package itself
   */
  Resolution entry(String folder, String subpath, ImportKind kind, boolean typed) {
    PackageJson manifest = files.packageJsons().get(folder);
    JsonValue exports = manifest == null ? null : manifest.exports().orElse(null);
    if (exports == null || exports instanceof JsonNull) {
      String found =
          subpath.isEmpty()
              ? folderEntry(folder, kind, typed)
              : subpathFile(folder, subpath, kind, typed);
      return resolution(found);
    }
    String name = subpath.isEmpty() ? "." : "./" + subpath;
    PackageTargets targets = PackageTargets.ofExports(exports, name, kind);
    if (!targets.exported() && targets.others().isEmpty()) {
      return new Resolution.Unresolved(Resolution.Reason.NOT_EXPORTED);
    }
    String found = target(folder, targets, kind, typed);
    if (found == null && subpath.isEmpty()) {
      found = conventional(folder, kind, typed);
    }
    return resolution(found);
  }

  private static Resolution resolution(@Nullable String path) {
    return path == null
        ? new Resolution.Unresolved(Resolution.Reason.MISSING)
        : new Resolution.ProjectFile(path);
  }

  /** The first target that leads to a file, be it by way of its source. */
  @Nullable String target(String folder, PackageTargets targets, ImportKind kind, boolean typed) {
    String found = firstOf(folder, targets.fulfilled(), kind, typed);
    if (found != null) {
      return found;
    }
    List<String> others = new ArrayList<>();
    for (String other : targets.others()) {
      boolean declaration =
          other.endsWith(".d.ts") || other.endsWith(".d.mts") || other.endsWith(".d.cts");
      if (!declaration || kind == ImportKind.TYPE) {
        others.add(other);
      }
    }
    return firstOf(folder, others, kind, typed);
  }

  private @Nullable String firstOf(
      String folder, List<String> targets, ImportKind kind, boolean typed) {
    for (String target : targets) {
      String path = target.startsWith("./") ? RelativePaths.resolve(folder, target) : null;
      if (path != null && RelativePaths.isIn(folder, path)) {
        String found = fileOrSource(folder, path, kind, typed);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The file under a path; if it is not there or not analysed, the one it is built from. */
  private @Nullable String fileOrSource(
      String folder, String path, ImportKind kind, boolean typed) {
    String found = probe.file(path, kind, typed);
    if (found != null && probe.isAnalysed(found)) {
      return found;
    }
    String source = sourceOf(folder, path, kind, typed);
    return source != null ? source : found;
  }

  /**
   * The source that a built file is likely to be made from.
   *
   * @param folder of the package
   * @param path of the built file
   */
  @Nullable String sourceOf(String folder, String path, ImportKind kind, boolean typed) {
    for (PathConfig config : configs.in(folder)) {
      String source = config.sourceOf(path);
      String found = source == null ? null : probe.file(source, kind, typed);
      if (found != null && probe.isAnalysed(found)) {
        return found;
      }
    }
    String source = SourceEquivalents.find(folder, path, probe::isAnalysed);
    return source != null
        ? source
        : SourceEquivalents.find(folder, path + "/index", probe::isAnalysed);
  }

  private @Nullable String subpathFile(
      String folder, String subpath, ImportKind kind, boolean typed) {
    String path = RelativePaths.resolve(folder, subpath);
    if (path == null || !RelativePaths.isIn(folder, path)) {
      return null;
    }
    String found = fileOrFolder(path, kind, typed);
    if (found == null) {
      found = sourceOf(folder, path, kind, typed);
    }
    return found != null
        ? found
        : fileOrFolder(RelativePaths.in(folder, "src/" + subpath), kind, typed);
  }

  /** The file under a path, or what the folder under it gives. */
  @Nullable String fileOrFolder(String path, ImportKind kind, boolean typed) {
    String found = probe.file(path, kind, typed);
    return found != null ? found : folderEntry(path, kind, typed);
  }

  /** What a folder gives by its package.json without {@code exports}, or by its index file. */
  @Nullable String folderEntry(String folder, ImportKind kind, boolean typed) {
    String at = folder;
    for (int i = 0; i < MOST_FOLDERS; i++) {
      PackageJson manifest = files.packageJsons().get(at);
      if (manifest == null) {
        return probe.index(at, kind, typed);
      }
      String next = null;
      for (String main : mains(manifest, kind)) {
        String path = RelativePaths.resolve(at, main);
        if (path == null) {
          continue;
        }
        String found = path.equals(at) ? null : fileOrSource(at, path, kind, typed);
        if (found == null && !path.equals(at)) {
          found = probe.index(path, kind, typed);
        }
        if (found != null) {
          return found;
        }
        if (next == null && !path.equals(at) && files.packageJsons().containsKey(path)) {
          next = path;
        }
      }
      if (next == null) {
        return conventional(at, kind, typed);
      }
      at = next;
    }
    return null;
  }

  private static List<String> mains(PackageJson manifest, ImportKind kind) {
    List<String> mains = new ArrayList<>(4);
    if (kind == ImportKind.TYPE) {
      manifest.types().ifPresent(mains::add);
    }
    manifest.main().ifPresent(mains::add);
    manifest.module().ifPresent(mains::add);
    return mains;
  }

  /** Where the entry of a package lies if nothing that it names is there. */
  private @Nullable String conventional(String folder, ImportKind kind, boolean typed) {
    for (String inner : List.of("", "src", "lib", "source")) {
      String found = probe.index(RelativePaths.in(folder, inner), kind, typed);
      if (found != null) {
        return found;
      }
    }
    return probe.file(RelativePaths.in(folder, "src/main"), kind, typed);
  }
}
