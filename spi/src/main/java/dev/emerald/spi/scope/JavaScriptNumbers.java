package dev.emerald.spi.scope;

import java.math.BigDecimal;
import java.math.MathContext;

/** How JavaScript writes numbers (ECMA-262 §6.1.6.1.20, radix 10). */
final class JavaScriptNumbers {

  /** Enough to tell any two doubles apart. */
  private static final int MOST_DIGITS = 17;

  private JavaScriptNumbers() {}

  /** The text of a number. */
  static String text(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    if (number == 0) {
      return "0";
    }
    BigDecimal decimal = shortest(Math.abs(number));
    String digits = decimal.unscaledValue().toString();
    int point = digits.length() - decimal.scale();
    String sign = number < 0 ? "-" : "";
    if (point > 21 || point < -5) {
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      int exponent = point - 1;
      return sign
          + digits.charAt(0)
          + fraction
          + "e"
          + (exponent < 0 ? "-" : "+")
          + Math.abs(exponent);
    }
    return sign + decimal.toPlainString();
  }

  /**
   * The number with the fewest digits that reads back as the same double. What Double.toString
   * finds is not always the shortest before JDK 19.
   */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MOST_DIGITS)).stripTrailingZeros();
  }
}
