package dev.emerald.rules.dos;

/**
 * The path of a route of Express 4 as the regular expression that it becomes. What is no parameter,
 * no slash, no dot and no asterisk is taken for an expression as it stands.
 */
final class RoutePath {

  private final String path;

  /** Whether a parameter ends where the text between it and the last one begins again. */
  private final boolean apart;

  private final StringBuilder regex = new StringBuilder("^");

  /** The text since the last slash that parameters do not share. */
  private final StringBuilder between = new StringBuilder();

  private int at;

  RoutePath(String path, boolean apart) {
    this.path = path;
    this.apart = apart;
  }

  /**
   * The expression.
   *
   * @param whole whether it is one of a whole path, not of the beginning of one
   */
  String regex(boolean whole) {
    while (at < path.length()) {
      part();
    }
    boolean slash = path.endsWith("/");
    if (whole) {
      return regex + (slash ? "?$" : "\\/?$");
    }
    return regex + (slash ? "?" : "\\/?(?=\\/|$)");
  }

  private void part() {
    int start = at;
    boolean slash = next('/');
    boolean dot = next('.');
    if (at < path.length() - 1 && path.charAt(at) == ':' && isName(path.charAt(at + 1))) {
      parameter(slash, dot);
      return;
    }
    at = start;
    char unit = path.charAt(at++);
    switch (unit) {
      case '/' -> {
        boolean group = next('(');
        regex.append("\\/").append(group ? "(?:" : "");
        between.setLength(0);
      }
      case '.' -> literal("\\.");
      // No path has a line end, at which a dot would stop.
      case '*' -> regex.append("([^]*)");
      case '\\' -> {
        literal(path.substring(at - 1, Math.min(at + 1, path.length())));
        at = Math.min(at + 1, path.length());
      }
      default -> literal(String.valueOf(unit));
    }
  }

  private void literal(String text) {
    regex.append(text);
    between.append(text);
  }

  private void parameter(boolean slash, boolean dot) {
    at++;
    while (at < path.length() && isName(path.charAt(at))) {
      at++;
    }
    if (slash || dot) {
      between.setLength(0);
    }
    String format = dot ? "\\." : "";
    String capture = "([^\\/" + format + "]+?)";
    int end = at < path.length() && path.charAt(at) == '(' ? path.indexOf(')', at) : -1;
    if (end >= 0) {
      capture = captured(path.substring(at, end + 1));
      at = end + 1;
    } else if (apart && between.length() > 0) {
      capture = "((?:(?!\\/|" + between + ")[^])+?)";
    }
    String rest = next('*') ? "((?:[\\/" + format + "][^]+?)?)" : "";
    boolean optional = next('?');
    // Before parameters were kept apart, the slash was only within what may be missing.
    boolean within = apart || optional;
    regex
        .append(slash && !within ? "\\/" : "")
        .append("(?:")
        .append(slash && within ? "\\/" : "")
        .append(format)
        .append(capture)
        .append(rest)
        .append(')')
        .append(optional ? "?" : "");
    between.setLength(0);
  }

  /** What stands in parentheses: an asterisk is none of an expression there either. */
  private String captured(String written) {
    StringBuilder read = new StringBuilder();
    boolean inSet = false;
    for (int i = 0; i < written.length(); i++) {
      char unit = written.charAt(i);
      switch (unit) {
        case '\\' -> read.append(written, i, Math.min(++i + 1, written.length()));
        case '*' -> read.append(inSet ? "*" : "([^]*)");
        case '.' -> read.append(inSet ? "." : apart ? "[^]" : "\\.");
        default -> {
          inSet = unit == '[' || inSet && unit != ']';
          read.append(unit);
        }
      }
    }
    return read.toString();
  }

  private boolean next(char unit) {
    boolean is = at < path.length() && path.charAt(at) == unit;
    at += is ? 1 : 0;
    return is;
  }

  private static boolean isName(char unit) {
    return unit == '_' || unit < 128 && Character.isLetterOrDigit(unit);
  }
}
