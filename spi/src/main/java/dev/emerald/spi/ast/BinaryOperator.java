package dev.emerald.spi.ast;

/** A binary operator that evaluates both operands. */
public enum BinaryOperator {
  /** {@code ==}. */
  EQUAL("=="),
  /** {@code !=}. */
  NOT_EQUAL("!="),
  /** {@code ===}. */
  STRICT_EQUAL("==="),
  /** {@code !==}. */
  STRICT_NOT_EQUAL("!=="),
  /** {@code <}. */
  LESS("<"),
  /** {@code <=}. */
  LESS_OR_EQUAL("<="),
  /** {@code >}. */
  GREATER(">"),
  /** {@code >=}. */
  GREATER_OR_EQUAL(">="),
  /** {@code <<}. */
  SHIFT_LEFT("<<"),
  /** {@code >>}. */
  SHIFT_RIGHT(">>"),
  /** {@code >>>}. */
  SHIFT_RIGHT_UNSIGNED(">>>"),
  /** {@code +}. */
  ADD("+"),
  /** {@code -}. */
  SUBTRACT("-"),
  /** {@code *}. */
  MULTIPLY("*"),
  /** {@code /}. */
  DIVIDE("/"),
  /** {@code %}. */
  REMAINDER("%"),
  /** {@code **}. */
  EXPONENT("**"),
  /** {@code |}. */
  BITWISE_OR("|"),
  /** {@code ^}. */
  BITWISE_XOR("^"),
  /** {@code &}. */
  BITWISE_AND("&"),
  /** {@code in}. */
  IN("in"),
  /** {@code instanceof}. */
  INSTANCEOF("instanceof");

  private final String text;

  BinaryOperator(String text) {
    this.text = text;
  }

  /** The operator as it is written. */
  public String text() {
    return text;
  }
}
