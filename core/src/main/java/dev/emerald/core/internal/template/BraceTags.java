package dev.emerald.core.internal.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Templates of Handlebars and Mustache: names are looked up in what the block around them is about,
 * in Mustache then in what is around that.
 */
final class BraceTags {

  /** Deeper blocks are about what the one at this depth is. */
  private static final int MOST_DEPTH = 40;

  private final ScriptWriter out;
  private final String text;
  private final boolean falls;
  private final boolean escapes;
  private final List<Block> blocks = new ArrayList<>();
  private int loops;

  /** How many blocks are open below those that are kept. */
  private int deeper;

  /**
   * A block that is open.
   *
   * @param closes what is written at its end
   * @param subject the variable that names are looked up in
   * @param parameter the name that {@code as |name|} gives the subject; empty if it gives none
   */
  private record Block(String closes, String subject, String parameter) {}

  BraceTags(ScriptWriter out, boolean falls, boolean escapes) {
    this.out = out;
    this.text = out.template();
    this.falls = falls;
    this.escapes = escapes;
    blocks.add(new Block("", TemplateScript.LOCALS, ""));
  }

  void read() {
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("{{", at);
      if (open < 0) {
        break;
      }
      out.page(at, open);
      if (text.startsWith("{{!--", open)) {
        int end = text.indexOf("--", open + 5);
        int close = end < 0 ? -1 : text.indexOf("}}", end);
        at = close < 0 ? text.length() : close + 2;
        continue;
      }
      boolean triple = text.startsWith("{{{", open);
      int close = text.indexOf(triple ? "}}}" : "}}", open + 2);
      if (close < 0) {
        at = text.length();
        break;
      }
      int end = close + (triple ? 3 : 2);
      tag(open, end, inner(open + (triple ? 3 : 2), close), triple);
      at = end;
    }
    out.page(Math.min(at, text.length()), text.length());
    deeper = 0;
    while (blocks.size() > 1) {
      close(text.length(), text.length());
    }
  }

  private String inner(int start, int end) {
    String inner = text.substring(Math.min(start, end), end).strip();
    if (inner.startsWith("~")) {
      inner = inner.substring(1).strip();
    }
    return inner.endsWith("~") ? inner.substring(0, inner.length() - 1).strip() : inner;
  }

  private void tag(int open, int end, String inner, boolean triple) {
    if (inner.isEmpty()) {
      return;
    }
    String rest = inner.substring(1).strip();
    switch (inner.charAt(0)) {
      case '!' -> {}
      case '#' -> block(open, end, rest.startsWith(">") ? rest.substring(1).strip() : rest);
      case '^' -> {
        if (rest.isEmpty()) {
          otherwise(open, end);
        } else {
          push("if(" + value(rest) + "){", subject(), "", open, end);
        }
      }
      case '/' -> close(open, end);
      case '>' -> partial(open, end, rest);
      case '&' -> output(open, end, rest, false);
      default -> {
        if (inner.equals("else") || inner.startsWith("else ")) {
          otherwise(open, end);
        } else {
          output(open, end, inner, !triple && escapes);
        }
      }
    }
  }

  private void output(int open, int end, String expression, boolean escaped) {
    out.open(escaped, open, end);
    out.made(value(expression), open, end);
    out.close(open, end);
  }

  private void otherwise(int open, int end) {
    if (blocks.size() > 1 && deeper == 0) {
      out.made("}{", open, end);
    }
  }

  private void block(int open, int end, String whole) {
    List<String> words = words(whole);
    if (words.isEmpty()) {
      return;
    }
    String name = words.get(0);
    String argument = words.size() > 1 ? whole.substring(name.length()).strip() : "";
    String parameter = "";
    int as = argument.indexOf(" as |");
    if (as >= 0) {
      String given = argument.substring(as + 5).strip();
      parameter = words(given.replace('|', ' ')).stream().findFirst().orElse("");
      argument = argument.substring(0, as).strip();
    }
    if (!isName(parameter)) {
      parameter = "";
    }
    switch (name) {
      case "if", "unless" -> push("if(" + value(argument) + "){", subject(), "", open, end);
      case "each" -> each(argument, parameter, open, end);
      case "with" -> with(argument, parameter, open, end);
      default -> {
        if (argument.isEmpty() && falls) {
          section(name, open, end);
        } else if (argument.isEmpty()) {
          with(name, parameter, open, end);
        } else {
          // A helper of the project, that decides by its arguments what becomes of what is in it.
          push("{" + value(whole) + ";", subject(), "", open, end);
        }
      }
    }
  }

  private void each(String list, String parameter, int open, int end) {
    String item = "$c" + loops++;
    push("for(var " + item + " of " + value(list) + "){", item, parameter, open, end);
  }

  private void with(String value, String parameter, int open, int end) {
    String item = "$c" + loops++;
    push("{var " + item + "=" + value(value) + ";", item, parameter, open, end);
  }

  /** A section of Mustache: of a list, its elements; else the value itself. */
  private void section(String name, int open, int end) {
    String item = "$c" + loops++;
    String of = value(name);
    push("for(var " + item + " of [" + of + "].concat(" + of + ")){", item, "", open, end);
  }

  private void push(String code, String subject, String parameter, int open, int end) {
    if (blocks.size() >= MOST_DEPTH) {
      deeper++;
      return;
    }
    out.made(code, open, end);
    blocks.add(new Block("}", subject, parameter));
  }

  private void close(int open, int end) {
    if (deeper > 0) {
      deeper--;
    } else if (blocks.size() > 1) {
      out.made(blocks.remove(blocks.size() - 1).closes(), open, end);
    }
  }

  private String subject() {
    return blocks.get(blocks.size() - 1).subject();
  }

  private void partial(int open, int end, String rest) {
    List<String> words = words(rest);
    if (words.isEmpty()) {
      return;
    }
    String name = unquoted(words.get(0));
    if (name.startsWith("(")) {
      return;
    }
    String given =
        words.size() > 1 && words.get(1).indexOf('=') < 0 ? value(words.get(1)) : subject();
    out.made(";$.include(" + ScriptWriter.quoted(name) + "," + given + ");", open, end);
    StringBuilder hash = new StringBuilder();
    for (int i = 1; i < words.size(); i++) {
      int equals = words.get(i).indexOf('=');
      if (equals > 0 && isName(words.get(i).substring(0, equals))) {
        hash.append(words.get(i), 0, equals).append(':');
        hash.append(value(words.get(i).substring(equals + 1))).append(',');
      }
    }
    if (hash.length() > 0) {
      out.made(";$.include(" + ScriptWriter.quoted(name) + ",{" + hash + "});", open, end);
    }
  }

  // Expressions.

  /** The expression of a path, a literal, or a helper and its arguments. */
  private String value(String expression) {
    return value(expression, 0);
  }

  private String value(String expression, int depth) {
    List<String> words = words(expression);
    if (words.isEmpty() || depth > 8) {
      return "undefined";
    }
    if (words.size() == 1) {
      return word(words.get(0), depth);
    }
    StringBuilder call = new StringBuilder();
    String name = words.get(0);
    call.append(isName(name) ? "$helper_" + name : "$helper").append('(');
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      boolean named = equals > 0 && isName(word.substring(0, equals));
      call.append(i > 1 ? "," : "").append(word(named ? word.substring(equals + 1) : word, depth));
    }
    return call.append(')').toString();
  }

  private String word(String word, int depth) {
    if (word.startsWith("(") && word.endsWith(")")) {
      return value(word.substring(1, word.length() - 1), depth + 1);
    }
    char first = word.isEmpty() ? ' ' : word.charAt(0);
    if (first == '"' || first == '\'') {
      return ScriptWriter.quoted(unquoted(word));
    }
    if (first >= '0' && first <= '9' || first == '-') {
      return "0";
    }
    return switch (word) {
      case "true", "false", "null", "undefined" -> word;
      default -> path(word);
    };
  }

  private String path(String path) {
    int level = blocks.size() - 1;
    String left = path;
    while (left.startsWith("../") || left.equals("..")) {
      String subject = blocks.get(level).subject();
      while (level > 0 && blocks.get(level).subject().equals(subject)) {
        level--;
      }
      left = left.length() > 2 ? left.substring(3) : "";
    }
    if (left.startsWith("@root")) {
      level = 0;
      left = left.length() > 6 ? left.substring(6) : "";
    } else if (left.startsWith("@")) {
      return "0";
    }
    left = left.startsWith("./") ? left.substring(2) : left;
    if (left.isEmpty() || left.equals(".") || left.equals("this")) {
      return blocks.get(level).subject();
    }
    if (left.startsWith("this.") || left.startsWith("this/")) {
      left = left.substring(5);
    }
    String[] names = left.split("[./]", 8);
    @Nullable String of = named(names[0]);
    if (of != null) {
      return members(of, names, 1);
    }
    if (!falls || level == 0) {
      return members(blocks.get(level).subject(), names, 0);
    }
    // What a section does not have is looked for around it.
    String inner = members(blocks.get(level).subject(), names, 0);
    return "(" + inner + "||" + members(TemplateScript.LOCALS, names, 0) + ")";
  }

  /** The variable that a block names so; null if none does. */
  private @Nullable String named(String name) {
    for (int i = blocks.size() - 1; i > 0; i--) {
      if (!name.isEmpty() && blocks.get(i).parameter().equals(name)) {
        return blocks.get(i).subject();
      }
    }
    return null;
  }

  private static String members(String of, String[] names, int from) {
    StringBuilder members = new StringBuilder(of);
    for (int i = from; i < names.length; i++) {
      String name = names[i];
      if (isName(name)) {
        members.append('.').append(name);
      } else {
        members.append('[').append(ScriptWriter.quoted(name)).append(']');
      }
    }
    return members.toString();
  }

  private static String unquoted(String word) {
    char first = word.isEmpty() ? ' ' : word.charAt(0);
    boolean quoted = word.length() > 1 && (first == '"' || first == '\'');
    return quoted ? word.substring(1, word.length() - 1) : word;
  }

  static boolean isName(String text) {
    if (text.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (!Character.isJavaIdentifierPart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The words of an expression; what is in quotes or parentheses is part of one. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = -1;
    for (int i = 0; i <= text.length() && words.size() < 24; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (quote != 0 && i < text.length()) {
        quote = c == quote ? 0 : quote;
        continue;
      }
      if (c == '"' || c == '\'') {
        quote = c;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean blank = c <= ' ' && (depth <= 0 || i == text.length());
      if (blank && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
