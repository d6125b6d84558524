package dev.emerald.rules.pipeline;

import java.util.ArrayList;
import java.util.List;

/** The expressions {@code ${{ … }}} of GitHub Actions. */
final class Expressions {

  /**
   * An expression.
   *
   * @param text between the braces, without blanks around
   * @param start index of the dollar sign
   * @param end index behind the braces
   */
  record Expression(String text, int start, int end) {}

  /** Ends of the paths of values that an outsider writes. */
  private static final String[] WRITTEN_BY_OUTSIDERS = {
    ".title",
    ".body",
    ".head.ref",
    ".head.label",
    ".head.repo.default_branch",
    ".page_name",
    ".message",
    ".author.name",
    ".author.email",
    ".head_branch",
    ".head_commit.message",
    ".display_title"
  };

  private Expressions() {}

  /** All expressions of a text. */
  static List<Expression> in(String text) {
    List<Expression> found = new ArrayList<>();
    int start = text.indexOf("${{");
    while (start >= 0) {
      int end = text.indexOf("}}", start);
      if (end < 0) {
        break;
      }
      found.add(new Expression(text.substring(start + 3, end).strip(), start, end + 2));
      start = text.indexOf("${{", end);
    }
    return found;
  }

  /**
   * The value in an expression that an outsider writes; empty if there is none. What is compared or
   * searched gives true or false alone.
   */
  static String outsiders(String expression) {
    if (expression.startsWith("contains(")
        || expression.startsWith("startsWith(")
        || expression.startsWith("endsWith(")
        || expression.startsWith("!")
        || expression.contains("==") && !expression.contains("&&")
        || expression.contains("!=") && !expression.contains("&&")) {
      return "";
    }
    int start = 0;
    while (start < expression.length()) {
      int end = start;
      while (end < expression.length() && isPath(expression.charAt(end))) {
        end++;
      }
      String path = expression.substring(start, end);
      if (isOutsiders(path) && !isCompared(expression, end)) {
        return path;
      }
      start = end + 1;
    }
    return "";
  }

  private static boolean isCompared(String expression, int from) {
    String rest = expression.substring(from).strip();
    return rest.startsWith("==") || rest.startsWith("!=");
  }

  private static boolean isPath(char unit) {
    return unit == '.'
        || unit == '_'
        || unit == '-'
        || unit == '*'
        || unit == '['
        || unit == ']'
        || Character.isLetterOrDigit(unit);
  }

  private static boolean isOutsiders(String path) {
    if (path.equals("github.head_ref")) {
      return true;
    }
    if (!path.startsWith("github.event.")) {
      return false;
    }
    if (path.startsWith("github.event.inputs.") || path.startsWith("github.event.repository.")) {
      return false;
    }
    for (String end : WRITTEN_BY_OUTSIDERS) {
      if (path.endsWith(end)) {
        // The messages of checks and deployments are the repository's own.
        return true;
      }
    }
    return false;
  }
}
