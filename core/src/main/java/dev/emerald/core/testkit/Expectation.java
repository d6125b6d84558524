package dev.emerald.core.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a fixture says of a line.
 *
 * @param path of the file
 * @param line from 1
 * @param rule the id of the rule; for a step, its number
 * @param message a part of the message, of a fix's title; empty if it makes no difference
 */
record Expectation(Kind kind, String path, int line, String rule, String message) {

  /** What can be said. */
  enum Kind {
    /** The rule finds something. */
    EXPECT("expect"),
    /** The rule finds nothing, and should. */
    MISSED("missed"),
    /** The rule finds something, and should not. */
    FALSE("false"),
    /** A step of a trace lies here. */
    STEP("step"),
    /** What the rule finds here comes with a fix. */
    FIX("fix");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Whether a finding has to be there. */
    boolean wantsFinding() {
      return this == EXPECT || this == FALSE;
    }

    static @Nullable Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      return null;
    }
  }

  /** In a comment of whatever shape: slashes, slash-star, hash, or of HTML. */
  private static final Pattern IN_COMMENT =
      Pattern.compile(
          "(?:(?://|/\\*|#|<!--)[ \\t]*|[,;][ \\t]*)(expect|missed|false|step|fix):[ \\t]*"
              + "([a-z0-9-]{1,100})(?:[ \\t]*\\{([^}]{0,400})\\})?");

  /** A line of {@code expect.txt}: a place, a rule, a part of the message. */
  private static final Pattern IN_LIST =
      Pattern.compile(
          "(?:(missed|false):[ \\t]*)?(\\S{1,400}):(\\d{1,9})[ \\t]+([a-z0-9-]{1,100})"
              + "(?:[ \\t]*\\{([^}]{0,400})\\})?.*");

  /** A matcher for all that a line of a fixture says. */
  static Matcher inComment(String line) {
    return IN_COMMENT.matcher(line);
  }

  /** What a match of {@link #inComment} says. */
  static Expectation of(Matcher match, String path, int line) {
    Kind kind = Kind.of(match.group(1));
    String message = match.group(3);
    return new Expectation(
        kind == null ? Kind.EXPECT : kind,
        path,
        line,
        match.group(2),
        message == null ? "" : message);
  }

  /**
   * What a line of an {@code expect.txt} says.
   *
   * @param folder of the list, with a slash at its end if it is not the root
   * @return null if it has another form
   */
  static @Nullable Expectation ofList(String folder, String text) {
    Matcher match = IN_LIST.matcher(text);
    if (!match.matches()) {
      return null;
    }
    Kind kind = match.group(1) == null ? Kind.EXPECT : Kind.of(match.group(1));
    String message = match.group(5);
    return new Expectation(
        kind == null ? Kind.EXPECT : kind,
        folder + match.group(2),
        Integer.parseInt(match.group(3)),
        match.group(4),
        message == null ? "" : message);
  }

  /** As a fixture says it. */
  @Override
  public String toString() {
    return kind.word + ": " + rule + (message.isEmpty() ? "" : " {" + message + "}");
  }
}
