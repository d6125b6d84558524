package dev.emerald.core.internal.modules;

import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.ProjectPackage;
import dev.emerald.core.internal.files.RelativePaths;
import dev.emerald.core.internal.modules.Resolution.Builtin;
import dev.emerald.core.internal.modules.Resolution.ExternalPackage;
import dev.emerald.core.internal.modules.Resolution.ProjectFile;
import dev.emerald.core.internal.modules.Resolution.Reason;
import dev.emerald.core.internal.modules.Resolution.Unresolved;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.version.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which file or package the name in an import means.
 *
 * <p>Follows what Node.js does for CommonJS and ECMAScript modules and TypeScript for both, and is
 * lenient where bundlers are: an import may leave out an extension, a package of the project is
 * found in its sources although its built files are not there. Works on the list of files alone.
 * Immutable, and safe for use by several threads.
 */
public final class ModuleResolver {

  /** Longer names are not resolved; no file system has such paths. */
  private static final int LONGEST = 4_096;

  private final ProjectFiles files;
  private final PathProbe probe;
  private final PathConfigs configs;
  private final PackageEntries entries;
  private final ProjectNames names;

  /** A resolver for a project. */
  public ModuleResolver(ProjectFiles files) {
    this.files = files;
    this.probe = new PathProbe(files);
    this.configs = new PathConfigs(files);
    this.entries = new PackageEntries(files, probe, configs);
    this.names = new ProjectNames(files);
  }

  /**
   * Resolves a name.
   *
   * @param from path of the file with the import
   * @param written the name as it stands in the import
   */
  public Resolution resolve(String from, String written, ImportKind kind) {
    if (written.isBlank() || written.length() > LONGEST || written.indexOf('\0') >= 0) {
      return new Unresolved(Reason.INVALID);
    }
    boolean typed = probe.isTyped(from);
    Resolution resolution = resolve(from, written, kind, typed);
    if (resolution instanceof Unresolved) {
      String plain = withoutBundlerMarks(written);
      if (!plain.equals(written) && !plain.isBlank()) {
        return resolve(from, plain, kind, typed);
      }
    }
    return resolution;
  }

  private Resolution resolve(String from, String specifier, ImportKind kind, boolean typed) {
    String builtin = NodeBuiltins.nameOf(specifier);
    if (builtin != null) {
      return new Builtin(builtin);
    }
    if (isRelative(specifier)) {
      return relative(from, specifier, kind, typed);
    }
    if (specifier.startsWith("/")) {
      return absolute(from, specifier, kind, typed);
    }
    if (specifier.startsWith("#")) {
      Resolution internal = internal(from, specifier, kind, typed);
      if (!(internal instanceof Unresolved)) {
        return internal;
      }
      String mapped = mapped(from, specifier, kind, typed);
      return mapped == null ? internal : new ProjectFile(mapped);
    }
    return bare(from, specifier, kind, typed);
  }

  private static boolean isRelative(String specifier) {
    return specifier.startsWith("./")
        || specifier.startsWith("../")
        || specifier.equals(".")
        || specifier.equals("..");
  }

  /** A name without the loaders and queries that bundlers read: {@code raw!./a.js?inline}. */
  private static String withoutBundlerMarks(String written) {
    String plain = written.substring(written.lastIndexOf('!') + 1);
    int query = plain.indexOf('?');
    return query > 0 ? plain.substring(0, query) : plain;
  }

  private Resolution relative(String from, String specifier, ImportKind kind, boolean typed) {
    String folder = RelativePaths.folderOf(from);
    String path = RelativePaths.resolve(folder, specifier);
    if (path == null) {
      return new Unresolved(Reason.OUTSIDE);
    }
    String last = specifier.substring(specifier.lastIndexOf('/') + 1);
    boolean folderOnly = last.isEmpty() || last.equals(".") || last.equals("..");
    String found =
        folderOnly
            ? entries.folderEntry(path, kind, typed)
            : entries.fileOrFolder(path, kind, typed);
    if (found == null) {
      found = twin(folder, path, kind, typed);
    }
    if (found == null) {
      String owner = files.packageOf(from).map(ProjectPackage::folder).orElse("");
      found =
          RelativePaths.isIn(owner, path) && !path.isEmpty()
              ? entries.sourceOf(owner, path, kind, typed)
              : null;
    }
    return found == null ? new Unresolved(Reason.MISSING) : new ProjectFile(found);
  }

  /** A file that {@code rootDirs} of a configuration puts under a path. */
  private @Nullable String twin(String folder, String path, ImportKind kind, boolean typed) {
    if (configs.isEmpty()) {
      return null;
    }
    for (String around : foldersAround(folder)) {
      for (PathConfig config : configs.in(around)) {
        for (String twin : config.twins(path)) {
          String found = entries.fileOrFolder(twin, kind, typed);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
  }

  /** A path from the root of the file system is one from the root of the project to bundlers. */
  private Resolution absolute(String from, String specifier, ImportKind kind, boolean typed) {
    String owner = files.packageOf(from).map(ProjectPackage::folder).orElse("");
    for (String root : List.of(owner, "")) {
      String path = RelativePaths.resolve(root, specifier.substring(1));
      String found = path == null ? null : entries.fileOrFolder(path, kind, typed);
      if (found != null) {
        return new ProjectFile(found);
      }
    }
    return new Unresolved(Reason.OUTSIDE);
  }

  /** A name that starts with "#": the package says in {@code imports} what it means. */
  private Resolution internal(String from, String name, ImportKind kind, boolean typed) {
    for (String folder : foldersAround(RelativePaths.folderOf(from))) {
      PackageJson manifest = files.packageJsons().get(folder);
      Optional<JsonObject> imports = manifest == null ? Optional.empty() : manifest.imports();
      if (imports.isEmpty()) {
        continue;
      }
      PackageTargets targets = PackageTargets.ofImports(imports.get(), name, kind);
      String found = entries.target(folder, targets, kind, typed);
      if (found != null) {
        return new ProjectFile(found);
      }
      for (String target : targets.fulfilled()) {
        if (!target.startsWith(".") && !target.startsWith("#") && !target.startsWith("/")) {
          String builtin = NodeBuiltins.nameOf(target);
          return builtin == null ? bare(from, target, kind, typed) : new Builtin(builtin);
        }
      }
      if (manifest != null && manifest.name().isPresent()) {
        break;
      }
    }
    return new Unresolved(Reason.MISSING);
  }

  private Resolution bare(String from, String specifier, ImportKind kind, boolean typed) {
    int colon = specifier.indexOf(':');
    if (colon >= 0 && !specifier.startsWith("npm:")) {
      return new Unresolved(Reason.ADDRESS);
    }
    if (colon < 0) {
      String mapped = mapped(from, specifier, kind, typed);
      if (mapped != null) {
        return new ProjectFile(mapped);
      }
    }
    PackageName name =
        colon < 0 ? PackageName.of(specifier) : PackageName.ofVersioned(specifier.substring(4));
    if (name == null) {
      String aliased = aliased(from, specifier, kind, typed);
      return aliased == null ? new Unresolved(Reason.INVALID) : new ProjectFile(aliased);
    }
    String folder = names.folderOf(name.name(), from);
    if (folder != null && !isFetched(folder, name.name(), from)) {
      return entries.entry(folder, name.subpath(), kind, typed);
    }
    return dependency(from, name, kind, typed);
  }

  /**
   * Whether a package manager gets another package of that name than the project's own: a
   * package.json asks the registry for it, where the own one may be, and no workspace holds both.
   */
  private boolean isFetched(String folder, String name, String from) {
    PackageJson own = files.packageJsons().get(folder);
    if (RelativePaths.isIn(folder, from)
        || own != null && own.isPrivate()
        || names.areOfOneWorkspace(folder, from)) {
      return false;
    }
    Asked asked = asked(from, name);
    return asked != null && VersionRange.parse(asked.range()).isPresent();
  }

  /** What a package.json asks for under a name, and the folder it lies in. */
  private record Asked(String folder, String range) {}

  /** What the nearest package.json that names a package asks for; null if none does. */
  private @Nullable Asked asked(String from, String name) {
    for (String folder : foldersAround(RelativePaths.folderOf(from))) {
      PackageJson manifest = files.packageJsons().get(folder);
      Dependency dependency = manifest == null ? null : manifest.dependency(name).orElse(null);
      if (dependency != null) {
        return new Asked(folder, dependency.range());
      }
    }
    return null;
  }

  /** A file that {@code paths} or {@code baseUrl} of a configuration puts under a name. */
  private @Nullable String mapped(String from, String specifier, ImportKind kind, boolean typed) {
    if (configs.isEmpty()) {
      return null;
    }
    for (String folder : foldersAround(RelativePaths.folderOf(from))) {
      for (PathConfig config : configs.in(folder)) {
        for (String candidate : config.candidates(specifier)) {
          String found = entries.fileOrFolder(candidate, kind, typed);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
  }

  /** Frameworks let "@/" and "~/" stand for the folder of the sources. */
  private @Nullable String aliased(String from, String specifier, ImportKind kind, boolean typed) {
    if (!specifier.startsWith("@/") && !specifier.startsWith("~/")) {
      return null;
    }
    String owner = files.packageOf(from).map(ProjectPackage::folder).orElse("");
    for (String sources : List.of("src", "app", "")) {
      String path = RelativePaths.resolve(RelativePaths.in(owner, sources), specifier.substring(2));
      String found = path == null ? null : entries.fileOrFolder(path, kind, typed);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** A package that is not one of the project by its name: what do the dependencies say? */
  private Resolution dependency(String from, PackageName name, ImportKind kind, boolean typed) {
    Asked asked = asked(from, name.name());
    if (asked != null && asked.range().startsWith("npm:")) {
      PackageName real = PackageName.ofVersioned(asked.range().substring(4));
      return new ExternalPackage(real == null ? name.name() : real.name(), name.subpath());
    }
    String local = asked == null ? null : localFolder(asked.folder(), asked.range());
    if (local != null && files.packageJsons().containsKey(local)) {
      return entries.entry(local, name.subpath(), kind, typed);
    }
    return new ExternalPackage(name.name(), name.subpath());
  }

  private static @Nullable String localFolder(String folder, String range) {
    for (String scheme : List.of("file:", "link:", "portal:")) {
      if (range.startsWith(scheme)) {
        return RelativePaths.resolve(folder, range.substring(scheme.length()));
      }
    }
    return null;
  }

  /** A folder and all around it, up to the root. */
  private static List<String> foldersAround(String folder) {
    List<String> folders = new ArrayList<>();
    String at = folder;
    while (!at.isEmpty()) {
      folders.add(at);
      at = RelativePaths.folderOf(at);
    }
    folders.add("");
    return folders;
  }
}
