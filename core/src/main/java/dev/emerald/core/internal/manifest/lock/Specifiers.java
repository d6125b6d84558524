package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.PackageOrigin;

/** What the specifiers of packages say: names, versions, and where a package comes from. */
final class Specifiers {

  private Specifiers() {}

  /** The name in front of {@code @range}; the whole text if there is no range. */
  static String name(String specifier) {
    int at = specifier.indexOf('@', 1);
    return at < 0 ? specifier : specifier.substring(0, at);
  }

  /** What stands behind {@code name@}; empty if nothing does. */
  static String range(String specifier) {
    int at = specifier.indexOf('@', 1);
    return at < 0 ? "" : specifier.substring(at + 1);
  }

  /**
   * Where what is asked for comes from.
   *
   * @param otherwise the answer for versions, ranges and tags
   */
  static PackageOrigin origin(String range, PackageOrigin otherwise) {
    if (range.startsWith("file:")
        || range.startsWith("link:")
        || range.startsWith("portal:")
        || range.startsWith("./")
        || range.startsWith("../")
        || range.startsWith("/")) {
      return PackageOrigin.FOLDER;
    }
    if (range.startsWith("git+")
        || range.startsWith("git:")
        || range.startsWith("git@")
        || range.startsWith("ssh:")
        || range.startsWith("github:")
        || range.startsWith("gitlab:")
        || range.startsWith("bitbucket:")
        || range.startsWith("gist:")) {
      return PackageOrigin.GIT;
    }
    if (range.startsWith("http:") || range.startsWith("https:")) {
      boolean repository =
          range.endsWith(".git") || range.contains(".git#") || range.contains("#commit=");
      return repository ? PackageOrigin.GIT : PackageOrigin.ARCHIVE;
    }
    boolean shorthand = range.indexOf('/') > 0 && range.indexOf(':') < 0 && !range.startsWith("@");
    return shorthand ? PackageOrigin.GIT : otherwise;
  }
}
