package dev.emerald.core.internal.flow.effects;

/** What becomes of a text when other text is put before and after it. */
final class Composition {

  private static final String URL_ATTRIBUTES =
      " href src action formaction data xlink:href poster cite background ";

  private Composition() {}

  /**
   * The state of a text within a longer one.
   *
   * @param before what stands before it, {@link Values#UNKNOWN} for each part that is not known
   * @param after what stands after it
   */
  static long state(long state, String before, String after) {
    long composed = state | States.TEXT;
    if (!after.isEmpty()) {
      composed = (composed | States.AFTER) & ~States.NORMALIZED;
    }
    if (before.isEmpty()) {
      return composed;
    }
    composed = startingWith(before, composed | States.BEFORE | States.NO_DASH);
    if (hasKnown(before)) {
      composed |=
          States.CONSTANT_BEFORE | States.NOT_PROTO | States.NOT_CONSTRUCTOR | States.NOT_PROTOTYPE;
    }
    composed = States.withQuotes(composed, quotes(before, States.quotes(state)));
    int html = html(before, after, States.html(state));
    composed = States.withHtml(composed, html);
    // An address starts where the value of its attribute does.
    return html == States.HTML_URL_DOUBLE || html == States.HTML_URL_SINGLE
        ? composed
        : States.withUrl(composed, url(before, inUrl(state)));
  }

  /** Where in a URL a text begins: one that starts with a slash is no part of a host. */
  private static int inUrl(long state) {
    int url = States.url(state);
    boolean rooted = url == States.URL_START && States.start(state) == States.ABSOLUTE;
    return rooted ? States.URL_ROOT : url;
  }

  /** Whether a text that starts with another may start with a tag. */
  private static long startingWith(String before, long state) {
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c == '<' || c == Values.UNKNOWN) {
        return state & ~States.NO_TAG;
      }
      if (!Character.isWhitespace(c)) {
        return state | States.NO_TAG;
      }
    }
    return state;
  }

  private static boolean hasKnown(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != Values.UNKNOWN) {
        return true;
      }
    }
    return false;
  }

  /** The quotes that are open at the end of a text; if none are, those that were further in. */
  private static int quotes(String before, int inner) {
    int open = States.UNQUOTED;
    for (int i = 0; i < before.length(); i++) {
      int quote =
          switch (before.charAt(i)) {
            case '\'' -> States.SINGLE;
            case '"' -> States.DOUBLE;
            case '`' -> States.BACKTICK;
            default -> States.UNQUOTED;
          };
      if (before.charAt(i) == '\\' && open != States.SINGLE) {
        i++;
      } else if (quote != States.UNQUOTED) {
        if (open == States.UNQUOTED) {
          open = quote;
        } else if (open == quote) {
          open = States.UNQUOTED;
        }
      }
    }
    return open == States.UNQUOTED ? inner : open;
  }

  /** Where in a page the end of a text is. */
  private static int html(String before, String after, int inner) {
    if (inner != States.HTML_UNKNOWN && inner != States.HTML_TEXT) {
      return inner;
    }
    int tag = -1;
    char quote = 0;
    int valueStart = -1;
    boolean script = false;
    boolean seen = endsTag(before, after);
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (tag >= 0) {
        if (c == '>') {
          script = isScript(before, tag);
          tag = -1;
        } else if ((c == '"' || c == '\'') && isAfterEquals(before, i)) {
          quote = c;
          valueStart = i;
        }
      } else if (c == '<' && i + 1 < before.length() && startsTag(before.charAt(i + 1))) {
        seen = true;
        tag = i;
        if (before.charAt(i + 1) == '/') {
          script = false;
        }
      } else if ((c == '"' || c == '\'') && !script && isAfterEquals(before, i)) {
        // The tag was opened in an earlier text.
        quote = c;
        valueStart = i;
        tag = i;
      }
    }
    if (script) {
      return States.HTML_SCRIPT;
    }
    if (quote != 0) {
      return attribute(before, valueStart, quote);
    }
    if (tag >= 0) {
      return States.HTML_TAG;
    }
    return seen ? States.HTML_TEXT : inner;
  }

  /** Whether a tag ends in a text that was opened in an earlier one. */
  private static boolean endsTag(String before, String after) {
    int end = before.indexOf('>');
    int start = before.indexOf('<');
    if (end < 0 || start >= 0 && start < end) {
      return false;
    }
    char last = end == 0 ? 0 : before.charAt(end - 1);
    return last == '"' || last == '\'' || end == 0 && after.startsWith("</");
  }

  private static boolean startsTag(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' || c == '!';
  }

  private static boolean isAfterEquals(String text, int index) {
    int i = index - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i > 0 && text.charAt(i) == '=' && isNamePart(text.charAt(i - 1));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == '_' || c == ' ';
  }

  private static boolean isScript(String text, int tag) {
    return text.regionMatches(true, tag + 1, "script", 0, 6)
        || text.regionMatches(true, tag + 1, "style", 0, 5);
  }

  private static int attribute(String text, int quoteAt, char quote) {
    boolean empty = quoteAt == text.length() - 1;
    int end = quoteAt - 1;
    while (end > 0 && (text.charAt(end) == ' ' || text.charAt(end) == '=')) {
      end--;
    }
    int start = end;
    while (start > 0 && isNamePart(text.charAt(start - 1)) && text.charAt(start - 1) != ' ') {
      start--;
    }
    String name = " " + text.substring(start, end + 1).toLowerCase(java.util.Locale.ROOT) + " ";
    if (name.startsWith(" on")) {
      return States.HTML_SCRIPT;
    }
    if (empty && URL_ATTRIBUTES.contains(name)) {
      return quote == '"' ? States.HTML_URL_DOUBLE : States.HTML_URL_SINGLE;
    }
    return quote == '"' ? States.HTML_DOUBLE : States.HTML_SINGLE;
  }

  /** Where in a URL the end of a text is. */
  static int url(String before, int inner) {
    if (inner >= States.URL_PATH) {
      return inner;
    }
    int scheme = before.indexOf("://");
    int authority = scheme >= 0 ? scheme + 3 : before.startsWith("//") ? 2 : -1;
    int start = Math.max(0, authority);
    for (int i = start; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c == '?' || c == '#') {
        return States.URL_QUERY;
      }
      if ((c == '/' || c == '\\') && i > start && !isSeparator(before.charAt(i - 1))) {
        return queryOr(before, i, States.URL_PATH);
      }
    }
    if (authority >= 0) {
      boolean closed = inner == States.URL_ROOT && before.length() > authority;
      return closed ? States.URL_PATH : States.URL_HOST;
    }
    if (isSeparator(before.charAt(0))) {
      return inner == States.URL_START ? States.URL_ROOT : inner;
    }
    if (inner == States.URL_ROOT || before.charAt(before.length() - 1) == Values.UNKNOWN) {
      return States.URL_PATH;
    }
    return before.indexOf(':') < 0 ? States.URL_PATH : inner;
  }

  private static int queryOr(String before, int from, int otherwise) {
    return before.indexOf('?', from) >= 0 || before.indexOf('#', from) >= 0
        ? States.URL_QUERY
        : otherwise;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\' || c == ':' || c == '?' || c == '#';
  }
}
