package dev.emerald.spi.manifest;

/** For what a package is needed: the group of package.json that lists it. */
public enum DependencyKind {
  /** {@code dependencies}: at run time. */
  PRODUCTION("dependencies"),
  /** {@code optionalDependencies}: at run time, where it can be installed. */
  OPTIONAL("optionalDependencies"),
  /** {@code peerDependencies}: at run time, brought by whoever uses the package. */
  PEER("peerDependencies"),
  /** {@code devDependencies}: to build and test. */
  DEVELOPMENT("devDependencies");

  private final String key;

  DependencyKind(String key) {
    this.key = key;
  }

  /** The name of the group in package.json. */
  public String key() {
    return key;
  }
}
