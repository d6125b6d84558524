package dev.emerald.spi.ast;

/** How a file was read. */
public enum SourceType {
  /** A classic script: sloppy mode, no imports. */
  SCRIPT,
  /** A CommonJS module: a function body, with top-level {@code return}. */
  COMMONJS,
  /** An ECMAScript module. */
  MODULE
}
