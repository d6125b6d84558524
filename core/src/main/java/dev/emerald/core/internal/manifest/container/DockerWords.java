package dev.emerald.core.internal.manifest.container;

import dev.emerald.spi.container.DockerWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the arguments of one instruction apart. */
final class DockerWords {

  /** How many words of an instruction are kept. */
  private static final int MOST_WORDS = 10_000;

  private final Slice slice;
  private final char escape;
  private final Variables variables;
  private int at;
  private final int end;

  /**
   * Words of a part of an instruction.
   *
   * @param start offset in the source
   * @param end offset in the source
   */
  DockerWords(Slice slice, int start, int end, char escape, Variables variables) {
    this.slice = slice;
    this.at = start;
    this.end = end;
    this.escape = escape;
    this.variables = variables;
  }

  /** All words up to the end. */
  List<DockerWord> all() {
    List<DockerWord> words = new ArrayList<>();
    DockerWord word;
    while (words.size() < MOST_WORDS && (word = next()) != null) {
      words.add(word);
    }
    return words;
  }

  /** The next word; null if there is none. */
  @Nullable DockerWord next() {
    skipBlanks();
    return at >= end ? null : word('\0');
  }

  /** Where the reading stands, blanks skipped. */
  int position() {
    skipBlanks();
    return at;
  }

  /** Whether a character comes next; it is taken. */
  boolean take(char wanted) {
    if (at < end && slice.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  /** The word up to a character, a blank or the end. */
  DockerWord upTo(char stop) {
    return word(stop);
  }

  /** The rest as one word, blanks included. */
  DockerWord rest() {
    skipBlanks();
    int to = end;
    while (to > at && isBlank(slice.charAt(to - 1))) {
      to--;
    }
    StringBuilder out = new StringBuilder();
    int from = at;
    while (at < to) {
      int next = afterJoint();
      if (next > at) {
        at = next;
      } else {
        out.append(slice.charAt(at++));
      }
    }
    at = end;
    return made(out.toString(), out.toString(), from, to);
  }

  private void skipBlanks() {
    while (at < end) {
      int next = isBlank(slice.charAt(at)) ? at + 1 : afterJoint();
      if (next == at) {
        return;
      }
      at = next;
    }
  }

  /** Behind an escaped line break, or here if there is none. */
  private int afterJoint() {
    if (slice.charAt(at) != '\\' || at + 1 >= end) {
      return at;
    }
    char next = slice.charAt(at + 1);
    if (next == '\n') {
      return at + 2;
    }
    return next == '\r' && at + 2 < end && slice.charAt(at + 2) == '\n' ? at + 3 : at;
  }

  private static boolean isBlank(char unit) {
    return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
  }

  private DockerWord word(char stop) {
    int from = at;
    StringBuilder out = new StringBuilder();
    StringBuilder template = new StringBuilder();
    char quote = 0;
    while (at < end) {
      char unit = slice.charAt(at);
      int joint = afterJoint();
      if (joint > at) {
        at = joint;
        continue;
      }
      if (quote == 0 && (isBlank(unit) || unit == stop)) {
        break;
      }
      at++;
      if (quote == 0 && (unit == '"' || unit == '\'')) {
        quote = unit;
      } else if (unit == quote && quote != 0) {
        quote = 0;
      } else if (unit == escape && quote != '\'' && at < end && slice.charAt(at) != '\n') {
        char next = slice.charAt(at++);
        out.append(next);
        template.append(next == '$' ? escape + "$" : String.valueOf(next));
      } else {
        out.append(unit);
        template.append(quote == '\'' && unit == '$' ? escape + "$" : String.valueOf(unit));
      }
    }
    return made(out.toString(), template.toString(), from, at);
  }

  private DockerWord made(String written, String template, int from, int to) {
    return new DockerWord(
        written,
        variables.expand(template, escape),
        slice.source().location(from, Math.max(from, to)));
  }
}
