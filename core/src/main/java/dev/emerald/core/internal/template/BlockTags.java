package dev.emerald.core.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates of {@code {{ }}} and {@code {% %}}: Nunjucks, Swig, Twig. */
final class BlockTags {

  private static final Pattern FOR =
      Pattern.compile("(\\w+)(?:\\s*,\\s*(\\w+))?\\s+in\\s+(.+)", Pattern.DOTALL);
  private static final Pattern SET = Pattern.compile("(\\w+)\\s*=(?!=)(.+)", Pattern.DOTALL);
  private static final Pattern MACRO =
      Pattern.compile("(\\w+)\\s*\\(([\\w\\s,]*)\\).*", Pattern.DOTALL);

  private static final int MOST_DEPTH = 100;

  private final ScriptWriter out;
  private final String text;

  /** How many blocks are open. */
  private int blocks;

  /** How many blocks are open below those that are kept. */
  private int deeper;

  private final List<Boolean> escaping = new ArrayList<>();

  BlockTags(ScriptWriter out, boolean escapes) {
    this.out = out;
    this.text = out.template();
    escaping.add(escapes);
  }

  void read() {
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      if (open < 0 || open + 1 >= text.length()) {
        break;
      }
      char mark = text.charAt(open + 1);
      String end = mark == '{' ? "}}" : mark == '%' ? "%}" : mark == '#' ? "#}" : "";
      if (end.isEmpty()) {
        out.page(at, open + 1);
        at = open + 1;
        continue;
      }
      out.page(at, open);
      int close = text.indexOf(end, open + 2);
      if (close < 0) {
        at = text.length();
        break;
      }
      int from = open + 2;
      int to = close;
      if (from < to && (text.charAt(from) == '-' || text.charAt(from) == '~')) {
        from++;
      }
      if (from < to && (text.charAt(to - 1) == '-' || text.charAt(to - 1) == '~')) {
        to--;
      }
      at = close + 2;
      if (mark == '{') {
        output(from, to, open, at);
      } else if (mark == '%') {
        at = tag(text.substring(from, to).strip(), open, at);
      }
    }
    out.page(Math.min(at, text.length()), text.length());
    out.made("}".repeat(blocks), text.length(), text.length());
  }

  private void output(int from, int to, int open, int end) {
    PipedExpression expression = PipedExpression.of(text.substring(from, to));
    out.open(escaping.get(escaping.size() - 1) && !expression.safe(), open, end);
    out.made(expression.code(), open, end);
    out.close(open, end);
  }

  /** Reads a tag; gives where to go on. */
  private int tag(String tag, int open, int end) {
    int space = 0;
    while (space < tag.length() && Character.isLetter(tag.charAt(space))) {
      space++;
    }
    String name = tag.substring(0, space);
    String rest = tag.substring(space).strip();
    switch (name) {
      case "for", "asyncEach", "asyncAll" -> {
        Matcher matcher = FOR.matcher(rest);
        if (matcher.matches()) {
          loop(matcher, open, end);
        } else {
          push("{", open, end);
        }
      }
      case "if", "ifAsync", "unless" -> push("if(" + code(rest) + "){", open, end);
      case "elif", "elseif", "elsif", "else" -> {
        if (blocks > 0 && deeper == 0) {
          out.made("}{", open, end);
        }
      }
      case "set" -> {
        Matcher matcher = SET.matcher(rest);
        if (matcher.matches()) {
          out.made("var " + matcher.group(1) + "=" + code(matcher.group(2)) + ";", open, end);
        }
      }
      case "macro" -> {
        Matcher matcher = MACRO.matcher(rest);
        boolean whole = matcher.matches();
        String given = whole ? "function " + matcher.group(1) + "(" + matcher.group(2) + "){" : "{";
        push(given, open, end);
      }
      case "autoescape" -> {
        escaping.add(!rest.startsWith("false") && !rest.startsWith("off"));
        push("{", open, end);
      }
      case "endautoescape" -> {
        if (escaping.size() > 1) {
          escaping.remove(escaping.size() - 1);
        }
        close(open, end);
      }
      case "endfor", "endeach", "endall", "endif", "endunless", "endmacro" -> close(open, end);
      case "include", "extends", "import", "from" -> include(rest);
      case "raw", "verbatim" -> {
        int close = text.indexOf("end" + name, end);
        int after = close < 0 ? -1 : text.indexOf("%}", close);
        int to = after < 0 ? text.length() : after + 2;
        out.page(end, to);
        return to;
      }
      default -> {
        // Blocks and tags of the project's own put nothing out by themselves.
      }
    }
    return end;
  }

  private void loop(Matcher matcher, int open, int end) {
    String list = code(matcher.group(3));
    String first = matcher.group(1);
    String second = matcher.group(2);
    String item = second == null ? first : second;
    String key = second == null ? "" : "var " + first + "=0;";
    push("for(var " + item + " of " + list + "){" + key, open, end);
  }

  private void include(String rest) {
    if (rest.length() < 2 || rest.charAt(0) != '"' && rest.charAt(0) != '\'') {
      return;
    }
    int close = rest.indexOf(rest.charAt(0), 1);
    if (close > 0) {
      out.include(rest.substring(1, close));
    }
  }

  private void push(String code, int open, int end) {
    if (blocks >= MOST_DEPTH) {
      deeper++;
      return;
    }
    out.made(code, open, end);
    blocks++;
  }

  private void close(int open, int end) {
    if (deeper > 0) {
      deeper--;
    } else if (blocks > 0) {
      blocks--;
      out.made("}", open, end);
    }
  }

  private static String code(String expression) {
    return PipedExpression.of(expression).code();
  }
}
