package dev.emerald.spi.ast;

/** The keyword of a namespace declaration. */
public enum ModuleKeyword {
  /** {@code namespace}. */
  NAMESPACE,
  /** {@code module}. */
  MODULE,
  /** {@code global}. */
  GLOBAL
}
