package dev.emerald.core.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates of Pug: lines whose indentation says what is in what. */
final class PugLines {

  private static final Pattern EACH =
      Pattern.compile("(?:each|for)\\s+(\\w+)(?:\\s*,\\s*\\w+)?\\s+in\\s+(.+)");
  private static final Pattern CONDITION =
      Pattern.compile("(if|unless|while|else if|case)\\s+(.+)|else");
  private static final Pattern INCLUDE =
      Pattern.compile("(?:include|extends)(?::[\\w-]+)?\\s+(.+)");
  private static final Pattern MIXIN = Pattern.compile("mixin\\s+([\\w-]+)\\s*(?:\\(([^)]*)\\))?");
  private static final Pattern CALL = Pattern.compile("\\+([\\w-]+)\\s*(?:\\((.*)\\))?");

  private static final int MOST_DEPTH = 100;

  private final ScriptWriter out;
  private final String text;
  private final List<Integer> indents = new ArrayList<>();

  /** Lines that are indented more are text; -1 if there are none such. */
  private int plain = -1;

  private boolean script;
  private boolean comment;

  PugLines(ScriptWriter out) {
    this.out = out;
    this.text = out.template();
  }

  void read() {
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int next = line(at, end > at && text.charAt(end - 1) == '\r' ? end - 1 : end);
      at = Math.max(end + 1, next);
    }
    closeTo(-1);
  }

  /** Reads a line; gives where the next one starts if that is further than its end. */
  private int line(int start, int end) {
    int from = start;
    while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
      from++;
    }
    if (from == end) {
      return end;
    }
    int indent = from - start;
    if (plain >= 0 && indent > plain) {
      if (!comment) {
        plain(from, end);
      }
      return end;
    }
    if (plain >= 0 && script) {
      out.page("</script>");
    }
    plain = -1;
    script = false;
    comment = false;
    closeTo(indent);
    if (text.startsWith("//", from)) {
      plain = indent;
      comment = true;
      return end;
    }
    char first = text.charAt(from);
    if (first == '|' || first == '<') {
      plain(from + (first == '|' ? 1 : 0), end);
      return end;
    }
    if (first == '-') {
      out.copied(from + 1, end).made("\n", end, end);
      return end;
    }
    return keyword(from, end, indent) ? end : tag(from, end, indent, 0);
  }

  private boolean keyword(int from, int end, int indent) {
    String line = text.substring(from, end).strip();
    Matcher each = EACH.matcher(line);
    if (each.matches()) {
      open("for(var " + each.group(1) + " of " + each.group(2) + "\n){", indent, from, end);
      return true;
    }
    Matcher condition = CONDITION.matcher(line);
    if (condition.matches()) {
      String asked = condition.group(2);
      open(asked == null ? "{" : "if(" + asked + "\n){", indent, from, end);
      return true;
    }
    Matcher include = INCLUDE.matcher(line);
    if (include.matches()) {
      out.include(include.group(1).strip());
      return true;
    }
    Matcher mixin = MIXIN.matcher(line);
    if (mixin.matches()) {
      String given = mixin.group(2) == null ? "" : mixin.group(2);
      String name = mixin.group(1).replace('-', '_');
      open("function $mixin_" + name + "(" + given + "){", indent, from, end);
      return true;
    }
    Matcher call = CALL.matcher(line);
    if (call.lookingAt()) {
      String given = call.group(2) == null ? "" : call.group(2);
      String name = call.group(1).replace('-', '_');
      out.made(";$mixin_" + name + "(" + given + "\n);", from, end);
      return true;
    }
    return line.startsWith("block ")
        || line.startsWith("append ")
        || line.startsWith("when ")
        || line.startsWith("doctype");
  }

  private void open(String code, int indent, int from, int end) {
    if (indents.size() < MOST_DEPTH) {
      out.made(code, from, end);
      indents.add(indent);
    }
  }

  private void closeTo(int indent) {
    while (!indents.isEmpty() && indents.get(indents.size() - 1) >= indent) {
      indents.remove(indents.size() - 1);
      out.made("}", text.length(), text.length());
    }
  }

  /** Reads a line that begins with a tag: its attributes, and what stands behind it. */
  private int tag(int from, int end, int indent, int nested) {
    int at = from;
    while (at < end && isTagPart(text.charAt(at))) {
      at++;
    }
    String tag = text.substring(from, at);
    String name = tag.split("[.#]", 2)[0];
    int last = end;
    if (at < end && text.charAt(at) == '(') {
      int close = closing(at, text.length());
      attributes(name.isEmpty() ? "div" : name, at + 1, close);
      at = Math.min(close + 1, text.length());
      last = text.indexOf('\n', at);
      last = last < 0 ? text.length() : last;
      while (at < last && isTagPart(text.charAt(at))) {
        at++;
      }
    }
    int code = at < last && text.charAt(at) == '&' ? -1 : at;
    if (code < 0) {
      return last;
    }
    if (text.startsWith("!=", at)) {
      output(false, at + 2, last, at, last);
    } else if (at < last && text.charAt(at) == '=') {
      output(true, at + 1, last, at, last);
    } else if (tag.endsWith(".") && at == last || text.startsWith(".", at)) {
      block(name, indent);
    } else if (at < last && text.charAt(at) == ':') {
      int inner = at + 1;
      while (inner < last && text.charAt(inner) <= ' ') {
        inner++;
      }
      if (inner < last && nested < MOST_DEPTH) {
        return tag(inner, last, indent, nested + 1);
      }
    } else if (at < last) {
      plain(at, last);
    } else if (name.equals("script") || name.equals("style")) {
      block(name, indent);
    }
    return last;
  }

  private void block(String name, int indent) {
    plain = indent;
    script = name.equals("script");
    if (script) {
      out.page("<script>");
    }
  }

  private static boolean isTagPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '#';
  }

  /** Where a parenthesis closes; the end if it does not. */
  private int closing(int open, int end) {
    int depth = 0;
    char quote = 0;
    for (int i = open; i < end; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
        return i;
      }
    }
    return end;
  }

  private void attributes(String element, int start, int end) {
    int at = start;
    while (at < end) {
      while (at < end && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
        at++;
      }
      int name = at;
      while (at < end && " \t\r\n,=!".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String attribute = text.substring(name, at);
      boolean raw = at < end && text.charAt(at) == '!';
      at += raw ? 1 : 0;
      if (at >= end || text.charAt(at) != '=') {
        at = Math.max(at, name + 1);
        continue;
      }
      int value = at + 1;
      at = value(value, end);
      out.page("<" + element + " " + attribute + "=\"");
      output(!raw, value, at, name, at);
      out.page("\">");
    }
  }

  /** Where the value of an attribute ends: at a comma, or at a blank before the next name. */
  private int value(int from, int end) {
    int depth = 0;
    char quote = 0;
    boolean any = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
        any = true;
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (depth <= 0 && (c == ',' || c <= ' ' && any && startsName(i, end))) {
        return i;
      }
      any |= c > ' ';
    }
    return end;
  }

  private boolean startsName(int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) <= ' ') {
      at++;
    }
    int name = at;
    while (at < end
        && (Character.isLetterOrDigit(text.charAt(at)) || "-_:@.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at > name && (at == end || "=!, \t\r\n".indexOf(text.charAt(at)) >= 0);
  }

  private void output(boolean escaped, int from, int to, int start, int end) {
    out.open(escaped, start, end);
    out.copied(from, to);
    out.close(start, end);
  }

  /** Text of the page with {@code #{}} and {@code !{}} in it. */
  private void plain(int from, int end) {
    int at = from;
    while (at < end) {
      int open = Markup.find(text, "{", at, end);
      if (open < 0) {
        break;
      }
      char mark = open > from ? text.charAt(open - 1) : ' ';
      if (mark != '#' && mark != '!') {
        out.page(at, open + 1);
        at = open + 1;
        continue;
      }
      int close = closing(open, end);
      out.page(at, Math.max(at, open - 1));
      output(mark == '#', open + 1, close, open - 1, Math.min(close + 1, end));
      at = close + 1;
    }
    if (at < end) {
      out.page(at, end);
    }
    out.page("\n");
  }
}
