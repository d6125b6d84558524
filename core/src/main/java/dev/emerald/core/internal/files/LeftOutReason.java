package dev.emerald.core.internal.files;

/** Why a source file, or a folder with all it holds, is not looked at. */
public enum LeftOutReason {
  /** An installed package, below node_modules. */
  DEPENDENCY("in node_modules"),
  /** A .gitignore file leaves it out. */
  GIT_IGNORED("ignored by git"),
  /** The configuration leaves it out. */
  EXCLUDED("excluded"),
  /** A folder that tools write their output to. */
  OUTPUT("in output folders"),
  /** Written for machines: few long lines. */
  MINIFIED("minified"),
  /** Written by a bundler out of other files. */
  BUNDLED("bundled"),
  /** Written by another program. */
  GENERATED("generated"),
  /** A library copied into a folder of web assets. */
  THIRD_PARTY("third-party"),
  /** A symbolic link; what it points at within the root is looked at under its own path. */
  LINK("symbolic links"),
  /** Not the language its name says, such as a video in a {@code .ts} file. */
  FOREIGN("of another language"),
  /** Not text. Comes with a notice. */
  BINARY("binary"),
  /** Larger than the limit. Comes with a notice. */
  TOO_LARGE("too large"),
  /** Could not be read. Comes with a notice. */
  UNREADABLE("unreadable"),
  /** Beyond the limit of files or of depth. Comes with a notice. */
  BEYOND_LIMIT("beyond a limit");

  private final String label;

  LeftOutReason(String label) {
    this.label = label;
  }

  /** The reason in a summary, after a number of files. */
  public String label() {
    return label;
  }
}
