package dev.emerald.core.internal.template;

import org.jspecify.annotations.Nullable;

/** Templates of {@code <% %>}: the code in them is JavaScript. */
final class PercentTags {

  private final ScriptWriter out;
  private final String text;
  private final char raw;
  private final char escaped;
  private final boolean escapes;

  PercentTags(ScriptWriter out, char raw, char escaped, boolean escapes) {
    this.out = out;
    this.text = out.template();
    this.raw = raw;
    this.escaped = escaped;
    this.escapes = escapes;
  }

  void read() {
    if (raw == '~') {
      out.made("var it=" + TemplateScript.LOCALS + ";", 0, 0);
    }
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("<%", at);
      if (open < 0) {
        break;
      }
      out.page(at, open);
      if (text.startsWith("<%%", open)) {
        at = open + 3;
        continue;
      }
      int close = text.indexOf("%>", open + 2);
      if (close < 0) {
        return;
      }
      tag(open, close);
      at = close + 2;
    }
    out.page(Math.min(at, text.length()), text.length());
  }

  private void tag(int open, int close) {
    char mark = open + 2 < close ? text.charAt(open + 2) : ' ';
    int end = close;
    char last = text.charAt(close - 1);
    if (close - 1 > open + 2 && (last == '-' || last == '_') && text.charAt(close - 2) != '-') {
      end--;
    }
    if (mark == '#') {
      return;
    }
    if (mark == raw || mark == escaped) {
      out.open(mark == escaped && escapes, open, close + 2);
      out.copied(open + 3, end);
      out.close(open, close + 2);
      included(open + 3, end);
      return;
    }
    int start = mark == '_' || mark == '-' ? open + 3 : open + 2;
    String name = old(start, end);
    if (name != null) {
      out.include(name);
      return;
    }
    out.copied(start, end).made("\n", end, close + 2);
    included(start, end);
  }

  /** The name in {@code include name}, as it was once written; null if that is not there. */
  private @Nullable String old(int start, int end) {
    String code = text.substring(start, end).strip();
    if (!code.startsWith("include ") && !code.startsWith("include\t")) {
      return null;
    }
    String name = code.substring(8).strip();
    return name.startsWith("(") ? null : unquoted(name);
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 1 && (name.charAt(0) == '\'' || name.charAt(0) == '"');
    return quoted ? name.substring(1, name.length() - 1) : name;
  }

  /** Notes {@code include('name')}: what is included knows all that is known here. */
  private void included(int start, int end) {
    int at = start;
    while ((at = Markup.find(text, "include(", at, end)) >= 0) {
      int from = at + 8;
      while (from < end && text.charAt(from) <= ' ') {
        from++;
      }
      if (from < end && (text.charAt(from) == '\'' || text.charAt(from) == '"')) {
        int to = Markup.find(text, text.substring(from, from + 1), from + 1, end);
        if (to > 0) {
          out.include(text.substring(from + 1, to));
        }
      }
      at = from;
    }
  }
}
