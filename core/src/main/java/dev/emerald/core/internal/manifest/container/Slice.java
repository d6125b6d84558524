package dev.emerald.core.internal.manifest.container;

import dev.emerald.spi.container.DockerWord;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The joined text of an instruction.
 *
 * @param source the file
 * @param joined the text; its characters stand where those of the source do
 * @param offset where in the source it begins
 */
record Slice(SourceText source, String joined, int offset) {

  String text(int start, int end) {
    return joined.substring(start - offset, end - offset);
  }

  boolean startsWith(String text, int start) {
    return joined.startsWith(text, start - offset);
  }

  DockerWords words(int start, int end, char escape, Variables variables) {
    return new DockerWords(this, start, end, escape, variables);
  }

  char charAt(int at) {
    return joined.charAt(at - offset);
  }

  /** The strings of a JSON array; null if it is none. */
  @Nullable List<DockerWord> list(int start, int end) {
    List<DockerWord> elements = new ArrayList<>();
    int at = start + 1;
    while (true) {
      at = skipBlanks(at, end);
      if (at < end && charAt(at) == ']') {
        return skipBlanks(at + 1, end) == end ? elements : null;
      }
      if (!elements.isEmpty()) {
        if (at >= end || charAt(at) != ',') {
          return null;
        }
        at = skipBlanks(at + 1, end);
      }
      int close = stringEnd(at, end);
      if (close < 0) {
        return null;
      }
      String text = unescaped(text(at + 1, close - 1));
      elements.add(new DockerWord(text, text, source.location(at, close)));
      at = close;
    }
  }

  /** A list in brackets as a command: its brackets and commas are blanks. */
  String asCommand(int start, int end) {
    StringBuilder command = new StringBuilder();
    int at = start;
    while (at < end) {
      int close = stringEnd(at, end);
      if (close > 0) {
        // In single quotes nothing is put in, nor in a list.
        command.append('\'').append(text(at + 1, close - 1).replace('\'', ' ')).append('\'');
        at = close;
      } else {
        command.append(' ');
        at++;
      }
    }
    return command.toString();
  }

  private int skipBlanks(int from, int end) {
    int at = from;
    while (at < end) {
      char unit = charAt(at);
      boolean joint = unit == '\\' && at + 1 < end && charAt(at + 1) <= ' ';
      if (unit > ' ' && !joint) {
        break;
      }
      at++;
    }
    return at;
  }

  /** Behind the string that begins here; -1 if there is none. */
  private int stringEnd(int start, int end) {
    if (start >= end || charAt(start) != '"') {
      return -1;
    }
    int at = start + 1;
    while (at < end && charAt(at) != '"') {
      at += charAt(at) == '\\' ? 2 : 1;
    }
    return at < end ? at + 1 : -1;
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '\\' && i + 1 < text.length()) {
        unit = text.charAt(++i);
        unit = unit == 'n' ? '\n' : unit == 't' ? '\t' : unit;
      }
      out.append(unit);
    }
    return out.toString();
  }
}
