package dev.emerald.core.internal.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where the source of a built file is likely to lie: {@code dist/esm/a.js} is built from {@code
 * src/a.ts}.
 */
public final class SourceEquivalents {

  private static final List<String> SOURCE_FOLDERS = List.of("src/", "source/", "lib/", "", "ts/");

  private static final List<String> EXTENSIONS =
      List.of(".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte");

  private static final List<String> TYPED_EXTENSIONS = EXTENSIONS.subList(0, 4);

  private static final List<String> BUILT_EXTENSIONS =
      List.of(".d.ts", ".d.mts", ".d.cts", ".js", ".mjs", ".cjs", ".jsx");

  private static final Set<String> VARIANTS =
      Set.of(
          "min",
          "umd",
          "esm",
          "cjs",
          "es",
          "common",
          "module",
          "bundle",
          "iife",
          "production",
          "development",
          "browser",
          "node");

  /** Folders that builds write to, below or instead of those the lister leaves out. */
  private static final Set<String> BUILD_FOLDERS =
      Set.of(
          "lib",
          "libs",
          "es",
          "esm",
          "cjs",
          "umd",
          "commonjs",
          "module",
          "node",
          "browser",
          "types",
          "typings",
          "js",
          "es5",
          "es6",
          "es2015",
          "es2020",
          "output",
          "compiled",
          "target");

  private static final int MOST_BUILD_FOLDERS = 3;

  private SourceEquivalents() {}

  /**
   * The source of a built file.
   *
   * @param folder of the package
   * @param target path of the built file; whether it exists makes no difference
   * @param exists whether there is a source file under a path
   * @return its path; null if none is found, or the target does not lie in the package
   */
  public static @Nullable String find(String folder, String target, Predicate<String> exists) {
    if (target.isEmpty() || !RelativePaths.isIn(folder, target)) {
      return null;
    }
    String relative = folder.isEmpty() ? target : target.substring(folder.length() + 1);
    List<String> stems = stems(relative);
    for (String stem : stems) {
      // Beside a.min.js lies its source a.js; a.mjs beside a.js is but another build.
      List<String> beside = stem.equals(stems.get(0)) ? TYPED_EXTENSIONS : EXTENSIONS;
      String found = findStem(folder, stem, beside, target, exists);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String findStem(
      String folder,
      String stem,
      List<String> besideExtensions,
      String target,
      Predicate<String> exists) {
    String beside = firstExisting(RelativePaths.in(folder, stem), besideExtensions, target, exists);
    if (beside != null) {
      return beside;
    }
    String rest = stem;
    for (int i = 0; i < MOST_BUILD_FOLDERS; i++) {
      int slash = rest.indexOf('/');
      if (slash < 0 || !isBuildFolder(rest.substring(0, slash))) {
        return null;
      }
      rest = rest.substring(slash + 1);
      for (String sources : SOURCE_FOLDERS) {
        String found =
            firstExisting(RelativePaths.in(folder, sources + rest), EXTENSIONS, target, exists);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isBuildFolder(String name) {
    return BUILD_FOLDERS.contains(name)
        || FolderNames.isOutput(name)
        || name.startsWith("dist-")
        || name.startsWith("dist_");
  }

  private static @Nullable String firstExisting(
      String stem, List<String> extensions, String target, Predicate<String> exists) {
    for (String extension : extensions) {
      String path = stem + extension;
      if (!path.equals(target) && exists.test(path)) {
        return path;
      }
    }
    return null;
  }

  /** A path without its extension, and also without a variant such as {@code .min}. */
  private static List<String> stems(String path) {
    List<String> stems = new ArrayList<>(2);
    String stem = path;
    for (String extension : BUILT_EXTENSIONS) {
      if (path.endsWith(extension)) {
        stem = path.substring(0, path.length() - extension.length());
        break;
      }
    }
    stems.add(stem);
    int dot = stem.lastIndexOf('.');
    if (dot > 0 && VARIANTS.contains(stem.substring(dot + 1))) {
      stems.add(stem.substring(0, dot));
    }
    return stems;
  }
}
