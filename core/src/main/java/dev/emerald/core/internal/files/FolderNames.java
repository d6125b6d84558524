package dev.emerald.core.internal.files;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the name of a folder says of what lies in it. */
final class FolderNames {

  private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn", ".jj");

  private static final Set<String> DEPENDENCIES =
      Set.of("node_modules", "bower_components", "jspm_packages", "web_modules");

  /** Output wherever it lies: no one keeps sources under such a name. */
  private static final Set<String> OUTPUT =
      Set.of(
          "dist",
          "coverage",
          ".next",
          ".nuxt",
          ".output",
          ".svelte-kit",
          ".cache",
          ".parcel-cache",
          ".turbo",
          ".vercel",
          ".netlify",
          ".serverless",
          ".aws-sam",
          "cdk.out",
          ".docusaurus",
          ".nyc_output",
          ".angular",
          ".expo",
          ".webpack",
          ".vite",
          ".yarn",
          ".pnpm-store",
          ".wrangler",
          ".firebase",
          ".tsbuild",
          "storybook-static");

  /** Output by default, yet a fair name for a folder among sources. */
  private static final Set<String> OUTPUT_OUTSIDE_SOURCES = Set.of("build", "out");

  private static final Set<String> SOURCES = Set.of("src", "source", "sources");

  private static final Set<String> ASSETS =
      Set.of("public", "static", "assets", "www", "wwwroot", "htdocs", "webroot");

  private static final Set<String> OF_OTHERS =
      Set.of("vendor", "vendors", "vendored", "third_party", "third-party", "thirdparty");

  private FolderNames() {}

  static boolean isVersionControl(String name) {
    return VERSION_CONTROL.contains(name);
  }

  /** Whether a path is a folder of installed packages or lies in one. */
  static boolean inDependencies(String path) {
    return hasSegment(path, DEPENDENCIES);
  }

  /** Whether a path lies in a folder of web assets. */
  static boolean inAssets(String path) {
    return hasSegment(RelativePaths.folderOf(path), ASSETS);
  }

  /** Whether a path lies in a folder that by its name holds what others wrote. */
  static boolean inThirdParty(String path) {
    return hasSegment(RelativePaths.folderOf(path), OF_OTHERS);
  }

  /** Whether a path lies in a folder that by its name holds sources. */
  static boolean inSources(String path) {
    return hasSegment(RelativePaths.folderOf(path), SOURCES);
  }

  static boolean isSources(String name) {
    return SOURCES.contains(name);
  }

  static boolean isOutput(String name) {
    return OUTPUT.contains(name) || OUTPUT_OUTSIDE_SOURCES.contains(name);
  }

  /**
   * Why a folder is left out by its name.
   *
   * @param path of the folder
   * @return null if it is not
   */
  static @Nullable LeftOutReason leftOut(String path) {
    String name = RelativePaths.nameOf(path);
    if (DEPENDENCIES.contains(name)) {
      return LeftOutReason.DEPENDENCY;
    }
    boolean output =
        OUTPUT.contains(name) || OUTPUT_OUTSIDE_SOURCES.contains(name) && !inSources(path);
    if (output) {
      return LeftOutReason.OUTPUT;
    }
    return name.equals("vendor") && !inSources(path) ? LeftOutReason.THIRD_PARTY : null;
  }

  private static boolean hasSegment(String path, Set<String> names) {
    int start = 0;
    while (start < path.length()) {
      int end = path.indexOf('/', start);
      if (end < 0) {
        end = path.length();
      }
      if (names.contains(path.substring(start, end))) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }
}
