package dev.emerald.spi.container;

import dev.emerald.spi.manifest.Manifest;

/**
 * A .dockerignore, or a {@code *.dockerignore} beside the Dockerfile it is for: what of a folder a
 * build never sees. Implemented by the library only; may gain methods in a minor release.
 */
public interface DockerIgnore extends Manifest {

  /** The folder that its patterns start from, relative to the root of the project. */
  String folder();

  /**
   * Whether a path is left out of what the build sees; a path is, if a folder around it is and
   * nothing takes it back.
   *
   * @param path relative to {@link #folder}
   */
  boolean ignores(String path);
}
