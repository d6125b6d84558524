package dev.emerald.core.internal.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts JavaScript into tokens just well enough to find regular expressions in test suites:
 * literals, and strings that are passed to a constructor. Whether a slash divides is guessed from
 * the token before it.
 */
final class ScriptTokens {

  private static final Set<String> BEFORE_EXPRESSION =
      Set.of(
          "return",
          "typeof",
          "case",
          "in",
          "of",
          "new",
          "delete",
          "void",
          "throw",
          "do",
          "else",
          "await",
          "yield",
          "instanceof");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private ScriptTokens(String source) {
    this.source = source;
  }

  enum Kind {
    WORD,
    STRING,
    REGEX,
    TEMPLATE,
    PUNCTUATOR
  }

  /**
   * A token.
   *
   * @param text as written; of a string its value, of a regular expression its pattern
   * @param flags of a regular expression, else empty
   */
  record Token(Kind kind, String text, String flags) {

    boolean is(String punctuatorOrWord) {
      return kind != Kind.STRING && kind != Kind.REGEX && text.equals(punctuatorOrWord);
    }
  }

  static List<Token> of(String source) {
    ScriptTokens scanner = new ScriptTokens(source);
    while (scanner.position < source.length()) {
      scanner.next();
    }
    return scanner.tokens;
  }

  private void next() {
    char c = source.charAt(position);
    if (Character.isWhitespace(c) || c == '\ufeff') {
      position++;
    } else if (source.startsWith("//", position)) {
      position = lineEnd(position);
    } else if (source.startsWith("/*", position)) {
      int end = source.indexOf("*/", position + 2);
      position = end < 0 ? source.length() : end + 2;
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (c == '`') {
      template();
    } else if (c == '/' && regexMayStart()) {
      regex();
    } else if (isWordPart(c)) {
      word();
    } else {
      position++;
      tokens.add(new Token(Kind.PUNCTUATOR, String.valueOf(c), ""));
    }
  }

  private boolean regexMayStart() {
    if (tokens.isEmpty()) {
      return true;
    }
    Token last = tokens.get(tokens.size() - 1);
    return switch (last.kind) {
      case WORD -> BEFORE_EXPRESSION.contains(last.text);
      case PUNCTUATOR -> !last.text.equals(")") && !last.text.equals("]");
      default -> false;
    };
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < source.length() && "\n\r\u2028\u2029".indexOf(source.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** A backslash starts an escape, as letters of words and, wrongly, flags may be written. */
  private static boolean isWordPart(char c) {
    return Character.isUnicodeIdentifierPart(c) || c == '$' || c == '_' || c == '\\';
  }

  private void word() {
    int start = position;
    while (position < source.length() && isWordPart(source.charAt(position))) {
      position++;
    }
    tokens.add(new Token(Kind.WORD, source.substring(start, position), ""));
  }

  private void template() {
    int start = position++;
    while (position < source.length() && source.charAt(position) != '`') {
      position += source.charAt(position) == '\\' ? 2 : 1;
    }
    position = Math.min(source.length(), position + 1);
    tokens.add(new Token(Kind.TEMPLATE, source.substring(start, position), ""));
  }

  /** A literal that does not end on its line is no regular expression: its slash is passed over. */
  private void regex() {
    int end = lineEnd(position);
    boolean inClass = false;
    int at = position + 1;
    for (; at < end && (inClass || source.charAt(at) != '/'); at++) {
      char c = source.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      }
    }
    if (at >= end) {
      position++;
      return;
    }
    String pattern = source.substring(position + 1, at);
    int flagsStart = at + 1;
    position = flagsStart;
    while (position < source.length() && isWordPart(source.charAt(position))) {
      position++;
    }
    tokens.add(new Token(Kind.REGEX, pattern, source.substring(flagsStart, position)));
  }

  private void string(char quote) {
    StringBuilder value = new StringBuilder();
    position++;
    while (position < source.length() && source.charAt(position) != quote) {
      char c = source.charAt(position++);
      if (c == '\\' && position < source.length()) {
        escape(value);
      } else {
        value.append(c);
      }
    }
    position++;
    tokens.add(new Token(Kind.STRING, value.toString(), ""));
  }

  private void escape(StringBuilder value) {
    char c = source.charAt(position++);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'v' -> value.append('\u000B');
      case '0' -> value.append('\0');
      case '\n', '\u2028', '\u2029' -> {
        // A continued line.
      }
      case 'x' -> code(value, position, position + 2);
      case 'u' -> {
        if (source.charAt(position) == '{') {
          int end = source.indexOf('}', position);
          code(value, position + 1, end);
          position++;
        } else {
          code(value, position, position + 4);
        }
      }
      default -> value.append(c);
    }
  }

  private void code(StringBuilder value, int start, int end) {
    value.appendCodePoint(Integer.parseInt(source.substring(start, end), 16));
    position = end;
  }
}
