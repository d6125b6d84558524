package dev.emerald.core.internal.manifest.deploy;

import dev.emerald.spi.deploy.NginxConfig;
import dev.emerald.spi.deploy.NginxDirective;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Reads the configuration language of nginx: directives, blocks, quotes, comments. */
final class NginxReader {

  private static final int DEEPEST = 100;

  /** A directive whose block is still open. */
  private record Open(String name, List<String> arguments, int start, int end) {}

  private final SourceText source;
  private final String text;
  private final Consumer<Notice> notices;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<List<NginxDirective>> blocks = new ArrayDeque<>();
  private List<String> words = new ArrayList<>();
  private int start = -1;
  private int end;
  private int at;

  private NginxReader(SourceText source, Consumer<Notice> notices) {
    this.source = source;
    this.text = source.text();
    this.notices = notices;
  }

  static NginxConfig read(SourceText source, Consumer<Notice> notices) {
    return new NginxReader(source, notices).run();
  }

  private NginxConfig run() {
    blocks.push(new ArrayList<>());
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit <= ' ') {
        at++;
      } else if (unit == '#') {
        int lineEnd = text.indexOf('\n', at);
        at = lineEnd < 0 ? text.length() : lineEnd;
      } else if (unit == ';') {
        at++;
        finish();
      } else if (unit == '{') {
        if (open.size() >= DEEPEST) {
          tell(NoticeKind.LIMIT_REACHED, "blocks nested deeper than " + DEEPEST + " levels");
          break;
        }
        at++;
        open.push(new Open(name(), arguments(), Math.max(0, start), end));
        blocks.push(new ArrayList<>());
        forget();
      } else if (unit == '}') {
        at++;
        finish();
        if (open.isEmpty()) {
          tell(NoticeKind.SYNTAX_ERROR, "a brace closes no block");
          break;
        }
        close();
      } else {
        word();
      }
    }
    if (at >= text.length() && !open.isEmpty()) {
      tell(NoticeKind.SYNTAX_ERROR, "the file ends before its blocks do");
    }
    finish();
    while (!open.isEmpty()) {
      close();
    }
    return new NginxConfig(source, blocks.element());
  }

  private void tell(NoticeKind kind, String what) {
    int offset = Math.max(0, Math.min(at, text.length()) - 1);
    String message = "not a valid configuration of nginx: " + what + "; the rest was not read";
    notices.accept(Notice.of(kind, message, source.path(), source.lineAt(offset)));
  }

  private String name() {
    return words.isEmpty() ? "" : words.get(0);
  }

  private List<String> arguments() {
    return words.size() < 2 ? List.of() : words.subList(1, words.size());
  }

  private void forget() {
    words = new ArrayList<>();
    start = -1;
  }

  private void finish() {
    if (!words.isEmpty()) {
      blocks
          .element()
          .add(new NginxDirective(name(), arguments(), List.of(), source.location(start, end)));
    }
    forget();
  }

  private void close() {
    Open closed = open.pop();
    List<NginxDirective> block = blocks.pop();
    blocks
        .element()
        .add(
            new NginxDirective(
                closed.name(),
                closed.arguments(),
                block,
                source.location(closed.start(), Math.max(closed.start(), closed.end()))));
  }

  private void word() {
    start = start < 0 ? at : start;
    char first = text.charAt(at);
    StringBuilder word = new StringBuilder();
    if (first == '"' || first == '\'') {
      at++;
      while (at < text.length() && text.charAt(at) != first) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        word.append(text.charAt(at++));
      }
      at = Math.min(text.length(), at + 1);
    } else {
      while (at < text.length() && !isBreak(text.charAt(at))) {
        char unit = text.charAt(at);
        // Braces of a variable are no block.
        if (unit == '$' && at + 1 < text.length() && text.charAt(at + 1) == '{') {
          int close = text.indexOf('}', at);
          int to = close < 0 ? text.length() : close + 1;
          word.append(text, at, to);
          at = to;
        } else {
          word.append(unit);
          at += unit == '\\' && at + 1 < text.length() ? 2 : 1;
        }
      }
    }
    words.add(word.toString());
    end = at;
  }

  private static boolean isBreak(char unit) {
    return unit <= ' ' || unit == ';' || unit == '{' || unit == '}';
  }
}
