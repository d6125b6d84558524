package dev.emerald.core.internal.template;

import java.util.Set;

/**
 * An expression of a template with filters, as in {@code name | upper | safe}.
 *
 * @param code the same in JavaScript
 * @param safe whether a filter says that it is to be put out as it is
 */
record PipedExpression(String code, boolean safe) {

  private static final Set<String> LEAVES = Set.of("safe", "raw");

  private static final Set<String> ESCAPES =
      Set.of("escape", "e", "h", "forceescape", "escape_once");

  private static final Set<String> NUMBERS =
      Set.of("length", "count", "int", "float", "round", "abs");

  private static final int MOST_FILTERS = 12;

  static PipedExpression of(String expression) {
    String rest = expression.strip();
    int bar = bar(rest, 0);
    String code = operators(bar < 0 ? rest : rest.substring(0, bar)).strip();
    boolean safe = false;
    for (int i = 0; bar >= 0 && i < MOST_FILTERS; i++) {
      int next = bar(rest, bar + 1);
      String filter = rest.substring(bar + 1, next < 0 ? rest.length() : next).strip();
      int end = 0;
      while (end < filter.length() && Character.isJavaIdentifierPart(filter.charAt(end))) {
        end++;
      }
      String name = filter.substring(0, end);
      String given = filter.substring(end).strip();
      boolean called = given.startsWith("(") && given.endsWith(")");
      String more = called ? operators(given.substring(1, given.length() - 1)) : "";
      if (LEAVES.contains(name)) {
        safe = true;
      } else if (ESCAPES.contains(name)) {
        code = "$.escape(" + code + ")";
        safe = true;
      } else if (NUMBERS.contains(name)) {
        code = "Number(" + code + ")";
      } else if (name.equals("json") || name.equals("dump") || name.equals("json_encode")) {
        code = "JSON.stringify(" + code + ")";
      } else if (!name.isEmpty()) {
        code = "$filter_" + name + "(" + code + (more.isBlank() ? "" : "," + more) + ")";
      }
      bar = next;
    }
    return new PipedExpression(code.isBlank() ? "undefined" : code, safe);
  }

  /** Where the next filter begins; -1 if there is none. */
  private static int bar(String text, int from) {
    char quote = 0;
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (c == '|' && depth <= 0) {
        boolean twice = i + 1 < text.length() && text.charAt(i + 1) == '|';
        if (!twice) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** The words that stand for operators, as JavaScript has them. */
  private static String operators(String expression) {
    StringBuilder code = new StringBuilder(expression.length());
    char quote = 0;
    int i = 0;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
        code.append(c);
        i++;
      } else if (c == '"' || c == '\'') {
        quote = c;
        code.append(c);
        i++;
      } else if (Character.isJavaIdentifierStart(c)) {
        int end = i;
        while (end < expression.length()
            && Character.isJavaIdentifierPart(expression.charAt(end))) {
          end++;
        }
        code.append(operator(expression.substring(i, end)));
        i = end;
      } else {
        code.append(c == '~' ? "+\"\"+" : String.valueOf(c));
        i++;
      }
    }
    return code.toString();
  }

  private static String operator(String word) {
    return switch (word) {
      case "and" -> "&&";
      case "or" -> "||";
      case "not" -> "!";
      case "is" -> "==";
      case "none" -> "null";
      // `a if b else c` may be either.
      case "if", "else" -> "||";
      default -> word;
    };
  }
}
