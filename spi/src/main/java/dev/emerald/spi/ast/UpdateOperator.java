package dev.emerald.spi.ast;

/** An increment or decrement operator. */
public enum UpdateOperator {
  /** {@code ++}. */
  INCREMENT("++"),
  /** {@code --}. */
  DECREMENT("--");

  private final String text;

  UpdateOperator(String text) {
    this.text = text;
  }

  /** The operator as it is written. */
  public String text() {
    return text;
  }
}
