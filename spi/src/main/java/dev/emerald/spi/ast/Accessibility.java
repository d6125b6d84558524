package dev.emerald.spi.ast;

/** An accessibility modifier of TypeScript. */
public enum Accessibility {
  /** {@code public}. */
  PUBLIC,
  /** {@code protected}. */
  PROTECTED,
  /** {@code private}. */
  PRIVATE
}
