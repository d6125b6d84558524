package dev.emerald.spi.ast;

/** A binary operator that may leave its right operand out. */
public enum LogicalOperator {
  /** {@code &&}. */
  AND("&&"),
  /** {@code ||}. */
  OR("||"),
  /** {@code ??}. */
  COALESCE("??");

  private final String text;

  LogicalOperator(String text) {
    this.text = text;
  }

  /** The operator as it is written. */
  public String text() {
    return text;
  }
}
