package dev.emerald.spi.ast;

/** A prefix operator. */
public enum UnaryOperator {
  /** {@code -}. */
  MINUS("-"),
  /** {@code +}. */
  PLUS("+"),
  /** {@code !}. */
  NOT("!"),
  /** {@code ~}. */
  BITWISE_NOT("~"),
  /** {@code typeof}. */
  TYPEOF("typeof"),
  /** {@code void}. */
  VOID("void"),
  /** {@code delete}. */
  DELETE("delete");

  private final String text;

  UnaryOperator(String text) {
    this.text = text;
  }

  /** The operator as it is written. */
  public String text() {
    return text;
  }
}
