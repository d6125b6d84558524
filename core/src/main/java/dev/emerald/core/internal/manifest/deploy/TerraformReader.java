package dev.emerald.core.internal.manifest.deploy;

import dev.emerald.spi.deploy.TerraformBlock;
import dev.emerald.spi.deploy.TerraformFile;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the blocks and attributes of Terraform's language. Expressions are kept as text; of a block
 * that {@code dynamic} makes, the pattern is read.
 */
final class TerraformReader {

  private static final int DEEPEST = 50;

  /** A block that is still open, with what was read of it. */
  private static final class Open {
    final String type;
    final List<String> labels;
    final int start;
    final int end;
    final List<ConfigEntry> attributes = new ArrayList<>();
    final List<TerraformBlock> blocks = new ArrayList<>();

    Open(String type, List<String> labels, int start, int end) {
      this.type = type;
      this.labels = labels;
      this.start = start;
      this.end = end;
    }
  }

  private final SourceText source;
  private final String text;
  private final Consumer<Notice> notices;
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;

  private TerraformReader(SourceText source, Consumer<Notice> notices) {
    this.source = source;
    this.text = source.text();
    this.notices = notices;
  }

  static TerraformFile read(SourceText source, Consumer<Notice> notices) {
    return new TerraformReader(source, notices).run();
  }

  private TerraformFile run() {
    open.push(new Open("", List.of(), 0, 0));
    skip();
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit == '}') {
        at++;
        if (open.size() == 1) {
          tell(NoticeKind.SYNTAX_ERROR, "a brace closes no block");
          break;
        }
        close();
      } else if (isName(unit) || unit == '"') {
        if (!entry()) {
          break;
        }
      } else {
        tell(NoticeKind.SYNTAX_ERROR, "a block or an attribute was expected");
        break;
      }
      skip();
    }
    if (at >= text.length() && open.size() > 1) {
      tell(NoticeKind.SYNTAX_ERROR, "the file ends before its blocks do");
    }
    while (open.size() > 1) {
      close();
    }
    return new TerraformFile(source, open.element().blocks);
  }

  /** A block up to its brace, or an attribute. */
  private boolean entry() {
    int start = at;
    String name = word();
    List<String> labels = new ArrayList<>();
    blanks();
    while (at < text.length() && (text.charAt(at) == '"' || isName(text.charAt(at)))) {
      labels.add(word());
      blanks();
    }
    if (at < text.length() && text.charAt(at) == '{') {
      if (open.size() >= DEEPEST) {
        tell(NoticeKind.LIMIT_REACHED, "blocks nested deeper than " + DEEPEST + " levels");
        return false;
      }
      open.push(new Open(name, labels, start, at));
      at++;
      return true;
    }
    if (labels.isEmpty() && at < text.length() && text.charAt(at) == '=') {
      int keyEnd = start + name.length();
      at++;
      blanks();
      int from = at;
      expression();
      String value = text.substring(from, at).strip();
      open.element()
          .attributes
          .add(
              new ConfigEntry(
                  source,
                  name,
                  new Span(start, Math.min(keyEnd, text.length())),
                  value,
                  new Span(from, from + value.length())));
      return true;
    }
    tell(NoticeKind.SYNTAX_ERROR, "a block or an attribute was expected");
    return false;
  }

  private void close() {
    Open closed = open.pop();
    open.element()
        .blocks
        .add(
            new TerraformBlock(
                closed.type,
                closed.labels,
                closed.attributes,
                closed.blocks,
                source.location(closed.start, Math.max(closed.start, trimmed(closed)))));
  }

  private int trimmed(Open block) {
    int end = block.end;
    while (end > block.start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  private static boolean isName(char unit) {
    return Character.isLetterOrDigit(unit) || unit == '_' || unit == '-';
  }

  private String word() {
    int from = at;
    if (text.charAt(at) == '"') {
      string();
      return text.substring(from + 1, Math.max(from + 1, Math.min(at, text.length()) - 1));
    }
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  /** Past a string; what stands in ${…} may hold quotes of its own. */
  private void string() {
    at++;
    int depth = 0;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit == '\\') {
        at++;
      } else if (unit == '$' && at + 1 < text.length() && text.charAt(at + 1) == '{') {
        depth++;
        at++;
      } else if (unit == '}' && depth > 0) {
        depth--;
      } else if (unit == '"' && depth == 0 || unit == '\n') {
        at++;
        return;
      }
      at++;
    }
    at = Math.min(at, text.length());
  }

  /** To the end of an expression: a line's end outside of brackets. */
  private void expression() {
    int depth = 0;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit == '"') {
        string();
        continue;
      }
      if (unit == '<' && text.startsWith("<<", at) && hereDocument()) {
        continue;
      }
      if (unit == '#' || text.startsWith("//", at) || text.startsWith("/*", at)) {
        if (depth == 0 && !text.startsWith("/*", at)) {
          return;
        }
        comment();
        continue;
      }
      if (unit == '(' || unit == '[' || unit == '{') {
        depth++;
      } else if (unit == ')' || unit == ']' || unit == '}') {
        if (depth == 0) {
          return;
        }
        depth--;
      } else if (unit == '\n' && depth == 0) {
        return;
      }
      at++;
    }
  }

  /** Past {@code <<EOF … EOF}; false if this is none. */
  private boolean hereDocument() {
    int name = at + 2;
    name += name < text.length() && text.charAt(name) == '-' ? 1 : 0;
    int nameEnd = name;
    while (nameEnd < text.length() && isName(text.charAt(nameEnd))) {
      nameEnd++;
    }
    if (nameEnd == name) {
      return false;
    }
    String mark = text.substring(name, nameEnd);
    int line = text.indexOf('\n', nameEnd);
    while (line >= 0) {
      int next = text.indexOf('\n', line + 1);
      if (text.substring(line + 1, next < 0 ? text.length() : next).strip().equals(mark)) {
        at = next < 0 ? text.length() : next;
        return true;
      }
      line = next;
    }
    at = text.length();
    return true;
  }

  private void comment() {
    boolean block = text.startsWith("/*", at);
    int close = block ? text.indexOf("*/", at + 2) : text.indexOf('\n', at);
    at = close < 0 ? text.length() : block ? close + 2 : close;
  }

  private void blanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private void skip() {
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit <= ' ' || unit == ',') {
        at++;
      } else if (unit == '#' || text.startsWith("//", at) || text.startsWith("/*", at)) {
        comment();
      } else {
        return;
      }
    }
  }

  private void tell(NoticeKind kind, String what) {
    int offset = Math.max(0, Math.min(at, text.length() - 1));
    String message = "not valid Terraform: " + what + "; the rest was not read";
    notices.accept(Notice.of(kind, message, source.path(), source.lineAt(offset)));
  }
}
