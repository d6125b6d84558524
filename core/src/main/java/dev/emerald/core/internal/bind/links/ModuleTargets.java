package dev.emerald.core.internal.bind.links;

/** Where module specifiers lead. The same question gets the same answer while files are linked. */
@FunctionalInterface
public interface ModuleTargets {

  /**
   * Where a specifier leads.
   *
   * @param from the path of the importing file
   * @param specifier as written
   */
  Target resolve(String from, String specifier);

  /**
   * Where a specifier leads.
   *
   * @param kind what is there
   * @param name the path of a file of the project; the name of a package, with the path within it,
   *     or of a module of Node.js without {@code node:}; empty if it leads nowhere
   */
  record Target(Kind kind, String name) {

    private static final Target NOWHERE = new Target(Kind.NOWHERE, "");

    /** A file of the project. */
    public static Target file(String path) {
      return new Target(Kind.FILE, path);
    }

    /** A package, or a module of Node.js. */
    public static Target external(String name) {
      return new Target(Kind.EXTERNAL, name);
    }

    /** Nothing that is known. */
    public static Target nowhere() {
      return NOWHERE;
    }
  }

  /** What a specifier can lead to. */
  enum Kind {
    /** A file of the project. */
    FILE,
    /** A package outside of the project, or a module of Node.js. */
    EXTERNAL,
    /** Nothing that is known. */
    NOWHERE
  }

  /** Takes every specifier that is not a path for a package: for a file on its own. */
  static ModuleTargets packagesAlone() {
    return (from, specifier) -> {
      if (specifier.isEmpty()
          || specifier.startsWith(".")
          || specifier.startsWith("/")
          || specifier.startsWith("#")) {
        return Target.nowhere();
      }
      return Target.external(specifier.startsWith("node:") ? specifier.substring(5) : specifier);
    };
  }
}
