package dev.emerald.core.internal.vendored;

/** Finds out what stands in every text that an expression matches, to look for that first. */
final class Literals {

  private Literals() {}

  /**
   * The longest run of plain characters outside of all groups that is not optional.
   *
   * @return empty if there is none, or alternatives make it doubtful
   */
  static String longest(String expression) {
    String best = "";
    StringBuilder run = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < expression.length(); i++) {
      char unit = expression.charAt(i);
      boolean plain = false;
      switch (unit) {
        case '\\' -> {
          i++;
          unit = i < expression.length() ? expression.charAt(i) : ' ';
          plain = !Character.isLetterOrDigit(unit);
        }
        case '[' -> i = behindClass(expression, i);
        case '(' -> depth++;
        case ')' -> depth--;
        case '|' -> {
          if (depth == 0) {
            return "";
          }
        }
        case '.', '^', '$', '+' -> {}
        case '?', '*', '{' -> {
          // What stands before may be missing.
          if (run.length() > 0) {
            run.setLength(run.length() - 1);
          }
          if (unit == '{') {
            i = Math.max(i, expression.indexOf('}', i));
          }
        }
        default -> plain = true;
      }
      if (plain && depth == 0) {
        run.append(unit);
      } else {
        best = run.length() > best.length() ? run.toString() : best;
        run.setLength(0);
      }
    }
    return run.length() > best.length() ? run.toString() : best;
  }

  private static int behindClass(String expression, int start) {
    int i = start + 1;
    if (i < expression.length() && expression.charAt(i) == '^') {
      i++;
    }
    if (i < expression.length() && expression.charAt(i) == ']') {
      i++;
    }
    while (i < expression.length() && expression.charAt(i) != ']') {
      i += expression.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
