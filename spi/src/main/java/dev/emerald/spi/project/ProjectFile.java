package dev.emerald.spi.project;

import java.util.Set;

/** A source file of the project. */
public interface ProjectFile {

  /** The path relative to the root of the project, {@code /} between the segments. */
  String path();

  /**
   * Whether it is a test, a benchmark, an example or documentation, by its path relative to the
   * root of the project.
   */
  boolean test();

  /** The package it belongs to. */
  ProjectPackage owner();

  /**
   * The packages and modules of Node.js that it imports, without {@code node:}, paths within a
   * package cut off. In no particular order.
   */
  Set<String> imports();

  /**
   * The paths of the files of the project that it imports when it is loaded: not for types alone,
   * and not by an import that waits within a function. In order of path.
   */
  Set<String> importedFiles();
}
