package dev.emerald.spi.manifest;

/** The package managers whose lock files are read. Later releases may add some. */
public enum LockFormat {
  /** npm's {@code package-lock.json} and {@code npm-shrinkwrap.json}. */
  NPM("npm"),
  /** Yarn's {@code yarn.lock} of the versions 1. */
  YARN_CLASSIC("yarn"),
  /** Yarn's {@code yarn.lock} of the versions 2 and later. */
  YARN_BERRY("yarn"),
  /** pnpm's {@code pnpm-lock.yaml}. */
  PNPM("pnpm"),
  /** Bun's {@code bun.lock}. */
  BUN("bun");

  private final String command;

  LockFormat(String command) {
    this.command = command;
  }

  /** The command of the package manager. */
  public String command() {
    return command;
  }
}
