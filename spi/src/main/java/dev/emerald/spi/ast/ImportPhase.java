package dev.emerald.spi.ast;

/** When an imported module is evaluated. */
public enum ImportPhase {
  /** Before the importing module, as always. */
  EVALUATION,
  /** Never: {@code import source}. */
  SOURCE,
  /** On first use: {@code import defer}. */
  DEFER
}
