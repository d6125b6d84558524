package dev.emerald.spi.scope;

import java.math.BigDecimal;

/** How JavaScript writes numbers (ECMA-262 §6.1.6.1.20, radix 10). */
final class JavaScriptNumbers {

  private JavaScriptNumbers() {}

  /**
   * The text of a number. {@code Double.toString} finds digits that read back as the same number,
   * before JDK 19 not always the fewest.
   */
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
    BigDecimal decimal = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
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
}
