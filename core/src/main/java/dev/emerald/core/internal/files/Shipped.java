package dev.emerald.core.internal.files;

import dev.emerald.spi.manifest.PackageJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What packages ship although it would be left out: the built files of a package that comes without
 * its sources are all the code there is.
 */
final class Shipped {

  /** Nothing is shipped. */
  static final Shipped NOTHING = new Shipped(null);

  private static final List<String> ENDINGS =
      List.of(
          "", ".js", ".cjs", ".mjs", ".ts", "/index.js", "/index.cjs", "/index.mjs", "/index.ts");

  private static final List<String> SOURCE_FOLDERS = List.of("src/", "source/", "sources/");

  private final @Nullable ProjectWalk walk;
  private final Map<String, String> folderOfShipped = new HashMap<>();
  private final Map<String, Boolean> sourcesByPrefix = new HashMap<>();
  private final Set<String> typedPackages = new HashSet<>();

  Shipped(@Nullable ProjectWalk walk) {
    this.walk = walk;
  }

  /** Whether a package names the file. */
  boolean contains(String path) {
    return folderOfShipped.containsKey(path);
  }

  /**
   * Takes back what a package ships without its sources.
   *
   * @param folder of the package
   * @return the files that came in with it
   */
  List<String> takeBack(String folder, PackageJson manifest) {
    ProjectWalk files = walk;
    if (files == null || TestFiles.isTest(RelativePaths.in(folder, "package.json"))) {
      return List.of();
    }
    if (hasTypedSources(folder, files.files())) {
      typedPackages.add(folder);
    }
    int before = files.found().size();
    for (String target : ShippedPaths.of(folder, manifest)) {
      if (!FolderNames.inDependencies(target.substring(folder.length()))) {
        takeBackTarget(folder, target, files);
      }
    }
    return List.copyOf(files.found().subList(before, files.found().size()));
  }

  /**
   * Takes back the output folders that a file of the project imports from, as the thin entry of a
   * package does whose built files are all there is.
   *
   * @param folder of the package the file lies in
   * @return the files that came in with it
   */
  List<String> takeBackImported(String folder, String path, List<String> specifiers) {
    ProjectWalk files = walk;
    if (files == null || files.leftOutFolders().isEmpty() || TestFiles.isTest(path)) {
      return List.of();
    }
    int before = files.found().size();
    for (String target : specifiers) {
      String imported = RelativePaths.resolve(RelativePaths.folderOf(path), target);
      if (imported == null) {
        continue;
      }
      String leftOut = leftOutFolder(imported, files);
      if (leftOut != null
          && files.leftOutFolders().get(leftOut) == LeftOutReason.OUTPUT
          && !hasSources(folder, imported)) {
        files.takeBack(leftOut);
      }
    }
    return List.copyOf(files.found().subList(before, files.found().size()));
  }

  private void takeBackTarget(String folder, String target, ProjectWalk files) {
    String leftOut = leftOutFolder(target, files);
    if (leftOut != null && !hasSources(folder, target)) {
      files.takeBack(leftOut);
    }
    for (String ending : ENDINGS) {
      String path = target + ending;
      LeftOutReason reason = files.leftOutFiles().get(path);
      boolean takeable = reason != null && reason != LeftOutReason.EXCLUDED;
      if (takeable && reason != LeftOutReason.LINK && !hasSources(folder, path)) {
        files.takeBackFile(path);
      }
      if (files.files().contains(path)) {
        folderOfShipped.putIfAbsent(path, folder);
        return;
      }
    }
  }

  /** The outermost folder that was left out around a path, if it may be taken back. */
  private static @Nullable String leftOutFolder(String target, ProjectWalk files) {
    int slash = -1;
    while (slash < target.length()) {
      slash = target.indexOf('/', slash + 1);
      if (slash < 0) {
        slash = target.length();
      }
      String folder = target.substring(0, slash);
      LeftOutReason reason = files.leftOutFolders().get(folder);
      if (reason != null
          && reason != LeftOutReason.DEPENDENCY
          && reason != LeftOutReason.EXCLUDED) {
        return folder;
      }
    }
    return null;
  }

  /**
   * Why a file is left out by its content.
   *
   * @return null if it is not, or if it is shipped without its sources
   */
  @Nullable LeftOutReason leftOutByContent(String path, SourceLook look) {
    LeftOutReason reason = look.content();
    if (reason == null && look.compiled() && hasTypedTwin(path)) {
      reason = LeftOutReason.GENERATED;
    }
    if (reason == null || reason == LeftOutReason.FOREIGN) {
      return reason;
    }
    String folder = folderOfShipped.get(path);
    return folder != null && !hasSources(folder, path) ? null : reason;
  }

  private boolean hasTypedTwin(String path) {
    ProjectWalk files = walk;
    if (files == null) {
      return false;
    }
    String stem = path;
    for (String extension : List.of(".js", ".jsx", ".mjs", ".cjs")) {
      if (path.endsWith(extension)) {
        stem = path.substring(0, path.length() - extension.length());
      }
    }
    NavigableSet<String> all = files.files();
    return !stem.equals(path)
        && (all.contains(stem + ".ts")
            || all.contains(stem + ".tsx")
            || all.contains(stem + ".mts")
            || all.contains(stem + ".cts"));
  }

  /** Whether the sources of a built file lie in the package, as near as names tell. */
  private boolean hasSources(String folder, String target) {
    ProjectWalk files = walk;
    if (files == null) {
      return false;
    }
    NavigableSet<String> all = files.files();
    if (typedPackages.contains(folder) && !isTyped(target)) {
      return true;
    }
    if (SourceEquivalents.find(folder, target, all::contains) != null) {
      return true;
    }
    for (String sources : SOURCE_FOLDERS) {
      String prefix = RelativePaths.in(folder, sources);
      if (!target.startsWith(prefix) && hasSourcesIn(prefix, all)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasSourcesIn(String prefix, NavigableSet<String> files) {
    return sourcesByPrefix.computeIfAbsent(prefix, key -> anySource(key, files, path -> true));
  }

  private static boolean hasTypedSources(String folder, NavigableSet<String> files) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return anySource(
        prefix,
        files,
        path -> isTyped(path) && !path.contains(".config.") && !path.contains(".test-d."));
  }

  private static boolean isTyped(String path) {
    Language language = Language.ofName(path).orElse(Language.JAVASCRIPT);
    return language == Language.TYPESCRIPT || language == Language.TSX;
  }

  /** Whether a file under a prefix runs, is no test, and meets a condition. */
  private static boolean anySource(
      String prefix, NavigableSet<String> files, Predicate<String> condition) {
    for (String path : files.tailSet(prefix)) {
      if (!path.startsWith(prefix)) {
        break;
      }
      Language language = Language.ofName(path).orElse(Language.DECLARATION);
      if (language != Language.DECLARATION && !TestFiles.isTest(path) && condition.test(path)) {
        return true;
      }
    }
    return false;
  }
}
