package dev.emerald.core.internal.modules;

/** What the name in an import means. */
public sealed interface Resolution {

  /**
   * A file of the project.
   *
   * @param path relative to the root. The file exists, yet it need not be one that is analysed: it
   *     may be JSON, or left out as minified
   */
  record ProjectFile(String path) implements Resolution {}

  /**
   * A package that is not part of the project.
   *
   * @param name scope included; of a dependency under another name, the name it is published under
   * @param subpath what follows the name, without the slash; empty if nothing does
   */
  record ExternalPackage(String name, String subpath) implements Resolution {}

  /**
   * A module that Node.js brings along.
   *
   * @param name without {@code node:}, such as {@code fs} or {@code fs/promises}
   */
  record Builtin(String name) implements Resolution {}

  /** Nothing that is known. */
  record Unresolved(Reason reason) implements Resolution {}

  /** Why an import means nothing that is known. */
  enum Reason {
    /** No name of a module: empty, too long, malformed. */
    INVALID,
    /** An address, such as {@code https:} or {@code data:}. */
    ADDRESS,
    /** It leads out of the root of the project. */
    OUTSIDE,
    /** The file is not there, or was not looked at. */
    MISSING,
    /** The package is part of the project and does not export it. */
    NOT_EXPORTED
  }
}
