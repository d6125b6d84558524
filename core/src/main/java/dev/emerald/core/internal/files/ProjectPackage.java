package dev.emerald.core.internal.files;

import dev.emerald.spi.manifest.PackageJson;
import java.util.Objects;

/** A package of the project: a folder with a package.json of its own. Immutable. */
public final class ProjectPackage {

  private final String folder;
  private final PackageJson manifest;
  private final boolean workspace;

  ProjectPackage(String folder, PackageJson manifest, boolean workspace) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.manifest = Objects.requireNonNull(manifest, "manifest");
    this.workspace = workspace;
  }

  /** The folder; the empty path for the root. */
  public String folder() {
    return folder;
  }

  /** Its package.json. */
  public PackageJson manifest() {
    return manifest;
  }

  /** Whether the {@code workspaces} of a package further out name it. */
  public boolean workspace() {
    return workspace;
  }

  /** The name, or the folder of one that has none. */
  @Override
  public String toString() {
    return manifest.name().orElse(folder);
  }
}
