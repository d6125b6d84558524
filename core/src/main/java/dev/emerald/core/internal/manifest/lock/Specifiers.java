package dev.emerald.core.internal.manifest.lock;

import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.version.Version;

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

  /** The package that a key of overrides is about: the last of {@code asking@1>name@2}. */
  static String overridden(String path) {
    return name(path.substring(path.lastIndexOf('>') + 1));
  }

  /**
   * The version in the address of an archive that is named as registries name them, such as {@code
   * …/left-1.2.0.tgz}; empty if it has none.
   */
  static String archived(String name, String address) {
    int end = address.indexOf('#');
    int query = address.indexOf('?');
    end = query >= 0 && (end < 0 || query < end) ? query : end;
    String path = end < 0 ? address : address.substring(0, end);
    String file = path.substring(path.lastIndexOf('/') + 1);
    String start = name.substring(name.lastIndexOf('/') + 1) + "-";
    if (!file.startsWith(start) || !file.endsWith(".tgz")) {
      return "";
    }
    String version =
        file.substring(start.length(), Math.max(start.length(), file.length() - ".tgz".length()));
    return Version.parse(version).isPresent() ? version : "";
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
