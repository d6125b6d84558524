package dev.emerald.spi.ast;

/** An assignment operator. */
public enum AssignmentOperator {
  /** {@code =}. */
  ASSIGN("="),
  /** {@code +=}. */
  ADD("+="),
  /** {@code -=}. */
  SUBTRACT("-="),
  /** {@code *=}. */
  MULTIPLY("*="),
  /** {@code /=}. */
  DIVIDE("/="),
  /** {@code %=}. */
  REMAINDER("%="),
  /** {@code **=}. */
  EXPONENT("**="),
  /** {@code <<=}. */
  SHIFT_LEFT("<<="),
  /** {@code >>=}. */
  SHIFT_RIGHT(">>="),
  /** {@code >>>=}. */
  SHIFT_RIGHT_UNSIGNED(">>>="),
  /** {@code |=}. */
  BITWISE_OR("|="),
  /** {@code ^=}. */
  BITWISE_XOR("^="),
  /** {@code &=}. */
  BITWISE_AND("&="),
  /** {@code ||=}. */
  OR("||="),
  /** {@code &&=}. */
  AND("&&="),
  /** {@code ??=}. */
  COALESCE("??=");

  private final String text;

  AssignmentOperator(String text) {
    this.text = text;
  }

  /** The operator as it is written. */
  public String text() {
    return text;
  }
}
