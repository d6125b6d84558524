package dev.emerald.core.internal.parse;

/**
 * The text of a file, and what separates the tokens in it: whitespace, the ends of lines, comments.
 */
class Separators {

  /** The text, with zeros after it. */
  final char[] text;

  /** Number of code units in the text. */
  final int length;

  /** Just past the current token; where the next one is looked for. */
  int end;

  /** Just past the token before. */
  int previousEnd;

  /** Whether a line ends between the token before and the current one. */
  boolean newlineBefore;

  /** Whether {@code <!--} and {@code -->} start comments. */
  boolean htmlComments;

  /** The comments before the current token. */
  final CommentList comments = new CommentList();

  Separators(String source) {
    length = source.length();
    text = new char[length + 4];
    source.getChars(0, length, text, 0);
    if (text[0] == '#' && text[1] == '!') {
      end = lineEnd(2);
      comments.add(CommentList.HASHBANG, 0, end);
    }
  }

  /**
   * Where the whitespace and the comments at an offset end; notes newlines in {@link
   * #newlineBefore}.
   */
  final int trivia(int from, boolean keep) {
    char[] chars = text;
    int at = from;
    while (true) {
      char unit = chars[at];
      switch (unit) {
        case ' ', '\t', 0x0B, '\f' -> at++;
        case '\n', '\r' -> {
          newlineBefore = true;
          at++;
        }
        case '/' -> {
          int commentEnd = commentEnd(at);
          if (commentEnd < 0) {
            return at;
          }
          if (keep) {
            comments.add(
                chars[at + 1] == '/' ? CommentList.LINE : CommentList.BLOCK, at, commentEnd);
          }
          at = commentEnd;
        }
        case '<' -> {
          if (!htmlComments || chars[at + 1] != '!' || chars[at + 2] != '-' || !dash(at + 3)) {
            return at;
          }
          at = htmlComment(CommentList.HTML_OPEN, at, keep);
        }
        case '-' -> {
          if (!htmlComments
              || chars[at + 1] != '-'
              || chars[at + 2] != '>'
              || !newlineBefore && previousEnd != 0) {
            return at;
          }
          at = htmlComment(CommentList.HTML_CLOSE, at, keep);
        }
        default -> {
          if (unit < 128) {
            return at;
          }
          if (unit == '\u2028' || unit == '\u2029') {
            newlineBefore = true;
          } else if (!Characters.isUnicodeSpace(unit)) {
            return at;
          }
          at++;
        }
      }
    }
  }

  private boolean dash(int at) {
    return text[at] == '-';
  }

  private int htmlComment(int type, int at, boolean keep) {
    int lineEnd = lineEnd(at);
    if (keep) {
      comments.add(type, at, lineEnd);
    }
    return lineEnd;
  }

  /** Where the comment at a slash ends; -1 if there is none. */
  private int commentEnd(int from) {
    char second = text[from + 1];
    if (second == '/') {
      return lineEnd(from + 2);
    }
    if (second != '*') {
      return -1;
    }
    for (int at = from + 2; at < length; at++) {
      char unit = text[at];
      if (unit == '*' && text[at + 1] == '/') {
        return at + 2;
      }
      if (Characters.isLineTerminator(unit)) {
        newlineBefore = true;
      }
    }
    return length;
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < length && !Characters.isLineTerminator(text[at])) {
      at++;
    }
    return at;
  }

  /** Offset of what follows the current token, whitespace and comments left out. */
  final int peekOffset() {
    boolean newline = newlineBefore;
    int at = trivia(end, false);
    newlineBefore = newline;
    return at;
  }

  /** The first character of what follows the current token; 0 at the end. */
  final char peekUnit() {
    return text[peekOffset()];
  }
}
