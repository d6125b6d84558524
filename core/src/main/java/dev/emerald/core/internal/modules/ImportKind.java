package dev.emerald.core.internal.modules;

/** How a module is asked for, which decides between what a package gives. */
public enum ImportKind {
  /** By {@code require} or {@code import x = require()}. */
  REQUIRE("require"),
  /** By {@code import}, {@code export … from} or {@code import()}. */
  IMPORT("import"),
  /** For its types alone: {@code import type} and its like. */
  TYPE("types");

  private final String condition;

  ImportKind(String condition) {
    this.condition = condition;
  }

  /** Whether a key of conditional exports holds for this kind of import in Node.js. */
  boolean fulfils(String key) {
    return key.equals(condition)
        || key.equals("node")
        || key.equals("default")
        || key.equals("module-sync")
        || this == TYPE && key.equals("import");
  }
}
