package dev.emerald.core.internal.template;

import java.util.Locale;

/**
 * Where in a page the next output stands: the text that has to stand before it so that it is in the
 * same place, such as {@code <a href="}. The work is linear in the page, and what is kept bounded.
 */
final class Markup {

  private static final int MOST = 400;

  /** The tag that is open, from its {@code <} on; empty outside of tags. */
  private final StringBuilder tag = new StringBuilder();

  /** The last line of a script. */
  private final StringBuilder line = new StringBuilder();

  private char quote;
  private boolean comment;
  private boolean afterEquals;

  /** The element whose content is no markup: script or style; empty if there is none. */
  private String raw = "";

  /** Where a text is found in a part of another; -1 if it is not. */
  static int find(String text, String sought, int start, int end) {
    for (int i = start; i <= end - sought.length(); i++) {
      if (text.startsWith(sought, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Goes on with text of the page. */
  void text(String text, int start, int end) {
    int at = start;
    while (at < end) {
      if (comment) {
        int close = find(text, "-->", at, end);
        comment = close < 0;
        at = comment ? end : close + 3;
      } else if (!raw.isEmpty()) {
        at = content(text, at, end);
      } else if (tag.length() == 0) {
        at = between(text, at, end);
      } else {
        within(text.charAt(at));
        at++;
      }
    }
  }

  private int between(String text, int at, int end) {
    int open = find(text, "<", at, end);
    if (open < 0) {
      return end;
    }
    if (text.startsWith("<!--", open)) {
      comment = true;
      return Math.min(end, open + 4);
    }
    char next = open + 1 < end ? text.charAt(open + 1) : ' ';
    if (Character.isLetter(next) || next == '/') {
      tag.append('<');
      quote = 0;
      afterEquals = false;
    }
    return open + 1;
  }

  private void within(char c) {
    if (quote != 0) {
      if (c == quote) {
        quote = 0;
      }
    } else if (c == '>') {
      String name = name();
      tag.setLength(0);
      if (name.equals("script") || name.equals("style")) {
        raw = name;
        line.setLength(0);
      }
      return;
    } else if ((c == '"' || c == '\'') && afterEquals) {
      quote = c;
    }
    afterEquals = c == '=' || afterEquals && c <= ' ';
    if (tag.length() < MOST) {
      tag.append(c <= ' ' ? ' ' : c);
    } else {
      // What is long are values; where the value stands is at its start.
      String open = quote == 0 ? "<x " : tag.substring(0, Math.max(1, value())) + quote;
      tag.setLength(0);
      tag.append(open.length() < MOST ? open : "<x ");
    }
  }

  /** Where the value that is open starts. */
  private int value() {
    return tag.lastIndexOf(String.valueOf(quote));
  }

  private String name() {
    int end = 1;
    while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
      end++;
    }
    return tag.substring(1, end).toLowerCase(Locale.ROOT);
  }

  private int content(String text, int at, int end) {
    char c = text.charAt(at);
    if (c == '<' && text.regionMatches(true, at, "</" + raw, 0, raw.length() + 2)) {
      raw = "";
      tag.append('<');
      quote = 0;
      return Math.min(end, at + 1);
    }
    if (c == '\n' || c == '\r') {
      line.setLength(0);
    } else if (line.length() < MOST) {
      line.append(c);
    }
    return at + 1;
  }

  /** The text that puts an output where the next one is; empty between tags. */
  String before() {
    if (comment) {
      return "";
    }
    if (!raw.isEmpty()) {
      return raw.equals("script") ? "<script>" + line : "";
    }
    return tag.toString();
  }

  /** Goes on after an output. */
  void output() {
    if (!raw.isEmpty()) {
      line.append(line.length() < MOST ? "0" : "");
    } else if (tag.length() > 0) {
      within('x');
    }
  }
}
