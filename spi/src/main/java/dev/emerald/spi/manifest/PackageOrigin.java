package dev.emerald.spi.manifest;

/** Where a package of a lock file comes from. Later releases may add origins. */
public enum PackageOrigin {
  /** A registry, under its name and version. */
  REGISTRY,
  /** A repository of git. */
  GIT,
  /** An archive under an address of its own. */
  ARCHIVE,
  /** A folder or archive on the machine that installs. */
  FOLDER,
  /** The project itself: its root or one of its workspaces. */
  PROJECT,
  /** Something that the lock file does not tell. */
  UNKNOWN
}
