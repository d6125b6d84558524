package dev.emerald.spi.ast;

/** The keyword of a declaration of variables. */
public enum VariableKind {
  /** {@code var}. */
  VAR,
  /** {@code let}. */
  LET,
  /** {@code const}. */
  CONST,
  /** {@code using}. */
  USING,
  /** {@code await using}. */
  AWAIT_USING
}
