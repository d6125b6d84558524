package dev.emerald.spi.ast;

import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;

/**
 * A comment. Comments are no nodes; {@link Program#comments()} lists them.
 *
 * @param type how it is written
 * @param start offset of its first UTF-16 code unit, delimiters included
 * @param end offset just past its last UTF-16 code unit, delimiters included, the end of a line
 *     left out
 */
public record Comment(Type type, int start, int end) {

  /** The range with the delimiters. */
  public Span span() {
    return new Span(start, end);
  }

  /** The text between the delimiters. */
  public String text(SourceText source) {
    int from = Math.min(end, start + type.open.length());
    int to = end;
    if (type == Type.BLOCK && end - from >= 2 && source.text().startsWith("*/", end - 2)) {
      to -= 2;
    }
    return source.slice(from, to);
  }

  /** How a comment is written. */
  public enum Type {
    /** From {@code //} to the end of the line. */
    LINE("//"),
    /** Between slash-star and star-slash. */
    BLOCK("/*"),
    /** The first line of a file that starts with {@code #!}. */
    HASHBANG("#!"),
    /** From {@code <!--} to the end of the line, in scripts. */
    HTML_OPEN("<!--"),
    /** From {@code -->} to the end of the line, in scripts. */
    HTML_CLOSE("-->");

    private final String open;

    Type(String open) {
      this.open = open;
    }
  }
}
