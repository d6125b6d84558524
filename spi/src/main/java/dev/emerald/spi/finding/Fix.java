package dev.emerald.spi.finding;

import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A change of the project's files that puts a flaw right, for people or tools to apply. A finding
 * may have several; they are alternatives, the best one first.
 *
 * <p>A fix is offered only where the program does the same afterwards but for the flaw. The edits
 * belong together: all are made, or none. Their ranges are those of the text that was analysed and
 * never overlap. Immutable; equal if titles and edits are.
 */
public final class Fix {

  private static final Comparator<TextEdit> ORDER = Comparator.comparing(TextEdit::location);

  private final String title;
  private final List<TextEdit> edits;

  private Fix(String title, List<TextEdit> edits) {
    this.title = title;
    this.edits = edits;
  }

  /**
   * A fix.
   *
   * @param title what the change does, as an order, one line without a full stop at the end
   * @param edits at least one, in any order
   * @throws IllegalArgumentException if there is no title or no edit, or if edits overlap
   */
  public static Fix of(String title, Collection<TextEdit> edits) {
    Objects.requireNonNull(title, "title");
    if (title.isBlank() || edits.isEmpty()) {
      throw new IllegalArgumentException("a fix has a title and an edit");
    }
    List<TextEdit> sorted = edits.stream().sorted(ORDER).toList();
    for (int i = 1; i < sorted.size(); i++) {
      Location before = sorted.get(i - 1).location();
      Location after = sorted.get(i).location();
      if (before.path().equals(after.path())
          && (before.span().end() > after.span().start() || before.span().equals(after.span()))) {
        throw new IllegalArgumentException("edits overlap at " + after);
      }
    }
    return new Fix(title, sorted);
  }

  /**
   * A fix of one edit.
   *
   * @param title what the change does, as an order, one line without a full stop at the end
   */
  public static Fix of(String title, Location location, String replacement) {
    return of(title, List.of(new TextEdit(location, replacement)));
  }

  /** What the change does, as an order, one line without a full stop at the end. */
  public String title() {
    return title;
  }

  /** The edits, at least one, by place. */
  public List<TextEdit> edits() {
    return edits;
  }

  /** The paths of the files that change, each once, in order. */
  public List<String> paths() {
    return edits.stream().map(edit -> edit.location().path()).distinct().toList();
  }

  /**
   * The text of a file after the change; the same where the fix does not touch the file.
   *
   * @param path relative to the root of the project
   * @param text that was analysed, without a byte order mark
   * @throws IndexOutOfBoundsException if an edit lies outside the text, which then is another one
   */
  public String applyTo(String path, String text) {
    List<TextEdit> here = new ArrayList<>();
    for (TextEdit edit : edits) {
      if (edit.location().path().equals(path)) {
        here.add(edit);
      }
    }
    StringBuilder changed = new StringBuilder(text.length());
    int from = 0;
    for (TextEdit edit : here) {
      Span span = edit.location().span();
      changed.append(text, from, span.start()).append(edit.replacement());
      from = Objects.checkIndex(span.end(), text.length() + 1);
    }
    return changed.append(text, from, text.length()).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fix fix && title.equals(fix.title) && edits.equals(fix.edits);
  }

  @Override
  public int hashCode() {
    return 31 * title.hashCode() + edits.hashCode();
  }

  /** The title and the edits. */
  @Override
  public String toString() {
    return title + " " + edits;
  }
}
