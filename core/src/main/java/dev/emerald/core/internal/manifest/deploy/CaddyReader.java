package dev.emerald.core.internal.manifest.deploy;

import dev.emerald.spi.deploy.CaddyConfig;
import dev.emerald.spi.deploy.CaddyDirective;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Reads the language of Caddyfiles: a line is a directive, a brace at its end opens a block. */
final class CaddyReader {

  private static final int DEEPEST = 50;

  /** A directive whose block is still open. */
  private record Open(List<String> words, int start, int end) {}

  private final SourceText source;
  private final String text;
  private final Consumer<Notice> notices;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<List<CaddyDirective>> blocks = new ArrayDeque<>();
  private List<String> words = new ArrayList<>();
  private int start = -1;
  private int end;
  private int at;

  private CaddyReader(SourceText source, Consumer<Notice> notices) {
    this.source = source;
    this.text = source.text();
    this.notices = notices;
  }

  static CaddyConfig read(SourceText source, Consumer<Notice> notices) {
    return new CaddyReader(source, notices).run();
  }

  private CaddyConfig run() {
    blocks.push(new ArrayList<>());
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit == '\n') {
        at++;
        // Addresses of a site may go on in the next line after a comma.
        if (words.isEmpty() || !words.get(words.size() - 1).endsWith(",")) {
          finish();
        }
      } else if (unit <= ' ') {
        at++;
      } else if (unit == '#') {
        int lineEnd = text.indexOf('\n', at);
        at = lineEnd < 0 ? text.length() : lineEnd;
      } else if (unit == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
        at += 2;
      } else if (unit == '{' && isAlone(at)) {
        if (open.size() >= DEEPEST) {
          tell(NoticeKind.LIMIT_REACHED, "blocks nested deeper than " + DEEPEST + " levels");
          break;
        }
        open.push(new Open(words, start < 0 ? at : start, start < 0 ? at + 1 : end));
        at++;
        blocks.push(new ArrayList<>());
        forget();
      } else if (unit == '}' && isAlone(at)) {
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
    return new CaddyConfig(source, blocks.element());
  }

  /** A brace with something at its side belongs to a placeholder. */
  private boolean isAlone(int offset) {
    return offset + 1 >= text.length() || text.charAt(offset + 1) <= ' ';
  }

  private void tell(NoticeKind kind, String what) {
    int offset = Math.max(0, Math.min(at, text.length()) - 1);
    String message = "not a valid Caddyfile: " + what + "; the rest was not read";
    notices.accept(Notice.of(kind, message, source.path(), source.lineAt(offset)));
  }

  private void forget() {
    words = new ArrayList<>();
    start = -1;
  }

  private void finish() {
    if (!words.isEmpty()) {
      add(words, List.of(), start, end);
    }
    forget();
  }

  private void close() {
    Open closed = open.pop();
    List<CaddyDirective> block = blocks.pop();
    add(closed.words(), block, closed.start(), closed.end());
  }

  private void add(List<String> all, List<CaddyDirective> block, int from, int to) {
    String name = all.isEmpty() ? "" : all.get(0);
    List<String> arguments = all.size() < 2 ? List.of() : all.subList(1, all.size());
    blocks
        .element()
        .add(new CaddyDirective(name, arguments, block, source.location(from, Math.max(from, to))));
  }

  private void word() {
    start = start < 0 ? at : start;
    char first = text.charAt(at);
    int from = at;
    if (first == '"' || first == '`') {
      at++;
      while (at < text.length() && text.charAt(at) != first) {
        at += first == '"' && text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
      }
      words.add(text.substring(from + 1, Math.min(at, text.length())));
      at = Math.min(text.length(), at + 1);
    } else {
      while (at < text.length() && text.charAt(at) > ' ') {
        at++;
      }
      words.add(text.substring(from, at));
    }
    end = at;
  }
}
