package dev.emerald.core.internal.manifest;

import dev.emerald.spi.manifest.YamlMapping;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlScalar;
import dev.emerald.spi.manifest.YamlScalar.Style;
import dev.emerald.spi.manifest.YamlSequence;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds trees from events, with a stack of its own.
 *
 * <p>An alias becomes the value that its anchor names. So that no walk through the tree takes
 * longer than the text is long, all aliases together may stand for {@value #MOST_ALIASED} values;
 * further ones become null.
 */
final class YamlTreeBuilder {

  private static final int MOST_ALIASED = 100_000;

  /** Of how many aliases that were not followed the places are kept. */
  private static final int MOST_TOLD = 20;

  /** A value, how many values it holds with itself, and how deep they are nested. */
  private record Sized(YamlValue value, int size, int height) {}

  /** A sequence or mapping whose end has not come yet. */
  private static final class Open {
    final int start;
    final boolean flow;
    final @Nullable String tag;
    final @Nullable Anchor anchor;
    final @Nullable List<YamlMember> members;
    final List<YamlValue> elements = new ArrayList<>();
    @Nullable YamlValue key;
    int end;
    int size = 1;
    int height = 1;

    Open(int start, CollectionStartEvent event) {
      this.start = start;
      this.end = start;
      this.flow = event.isFlow();
      this.tag = event.getTag().orElse(null);
      this.anchor = event.getAnchor().orElse(null);
      this.members = event.getEventId() == Event.ID.MappingStart ? new ArrayList<>() : null;
    }

    void add(Sized sized) {
      size = (int) Math.min(Integer.MAX_VALUE, (long) size + sized.size());
      height = Math.max(height, sized.height() + 1);
      YamlValue value = sized.value();
      if (members == null) {
        elements.add(value);
      } else if (key == null) {
        key = value;
      } else {
        members.add(new YamlMember(key, value));
        key = null;
      }
    }

    YamlValue close() {
      Span span = new Span(start, Math.max(start, end));
      if (members == null) {
        return new YamlSequence(span, tag, elements);
      }
      if (key != null) {
        members.add(new YamlMember(key, nothing(end)));
      }
      return new YamlMapping(span, tag, members);
    }
  }

  private final String text;
  private final CodePoints offsets;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<Anchor, Sized> anchors = new HashMap<>();
  private final List<YamlValue> documents = new ArrayList<>();
  private final List<Integer> unfollowed = new ArrayList<>();
  private int aliased;

  YamlTreeBuilder(String text, CodePoints offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  /** How many sequences and mappings are open. */
  int depth() {
    return open.size();
  }

  /** Offsets of the first aliases that were not followed. */
  List<Integer> unfollowed() {
    return unfollowed;
  }

  /** Takes the next event. */
  void add(Event event) {
    int start = offset(event.getStartMark());
    int end = Math.max(start, offset(event.getEndMark()));
    switch (event.getEventId()) {
      case DocumentStart -> anchors.clear();
      case MappingStart, SequenceStart -> open.push(new Open(start, (CollectionStartEvent) event));
      case MappingEnd, SequenceEnd -> close(end);
      case Scalar -> {
        YamlScalar scalar = scalar((ScalarEvent) event, start, end);
        place(new Sized(scalar, 1, 0), end, ((NodeEvent) event).getAnchor());
      }
      case Alias -> place(followed((AliasEvent) event, start), end, Optional.empty());
      default -> {
        // The stream and the ends of documents hold nothing; comments are not asked for.
      }
    }
  }

  /**
   * Closes what is still open.
   *
   * @param reached offset up to which the text was read
   */
  List<YamlValue> finish(int reached) {
    while (!open.isEmpty()) {
      close(reached);
    }
    return documents;
  }

  private void close(int end) {
    Open closed = open.pop();
    // A collection in block style ends with its last value, not where the next token begins.
    closed.end =
        closed.flow || closed.end == closed.start ? Math.max(closed.start, end) : closed.end;
    Sized sized = new Sized(closed.close(), closed.size, closed.height);
    place(sized, closed.end, Optional.ofNullable(closed.anchor));
  }

  private void place(Sized sized, int end, Optional<Anchor> anchor) {
    anchor.ifPresent(name -> anchors.put(name, sized));
    Open outer = open.peek();
    if (outer == null) {
      documents.add(sized.value());
    } else {
      outer.add(sized);
      outer.end = Math.max(outer.end, end);
    }
  }

  private Sized followed(AliasEvent alias, int start) {
    Sized target = anchors.get(alias.getAlias());
    if (target == null
        || target.size() > MOST_ALIASED - aliased
        || open.size() + target.height() > YamlReader.DEEPEST) {
      if (unfollowed.size() < MOST_TOLD) {
        unfollowed.add(start);
      }
      return new Sized(nothing(start), 1, 0);
    }
    aliased += target.size();
    return target;
  }

  private static YamlScalar nothing(int offset) {
    return new YamlScalar(new Span(offset, offset), null, Style.PLAIN, "", offset);
  }

  private YamlScalar scalar(ScalarEvent event, int start, int end) {
    Style style =
        switch (event.getScalarStyle()) {
          case PLAIN -> Style.PLAIN;
          case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
          case LITERAL -> Style.LITERAL;
          case FOLDED -> Style.FOLDED;
        };
    int content = afterProperties(start, end);
    String tag = event.getTag().orElse(null);
    Span span = new Span(start, end);
    return switch (style) {
      case PLAIN -> new YamlScalar(span, tag, style, event.getValue(), content);
      case SINGLE_QUOTED, DOUBLE_QUOTED ->
          new YamlScalar(span, tag, style, event.getValue(), Math.min(end, content + 1));
      case LITERAL, FOLDED ->
          new YamlScalar(
              span, tag, style, event.getValue(), lineStarts(event.getValue(), content, end));
    };
  }

  /** Where the value itself begins, behind anchor and tag. */
  private int afterProperties(int start, int end) {
    int at = start;
    while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < end && !isSpace(text.charAt(at))) {
        at++;
      }
      while (at < end && isSpace(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  /** Where the lines of a block scalar begin, their common indentation taken off. */
  private int[] lineStarts(String value, int header, int end) {
    List<Integer> starts = new ArrayList<>();
    int source = nextLine(header, end);
    int indentation = -1;
    int line = 0;
    while (line < value.length() && source < end) {
      int lineEnd = value.indexOf('\n', line);
      lineEnd = lineEnd < 0 ? value.length() : lineEnd;
      if (indentation < 0 && lineEnd > line) {
        indentation = Math.max(0, spaces(text, source, end) - spaces(value, line, lineEnd));
      }
      int skipped = Math.min(Math.max(0, indentation), spaces(text, source, end));
      starts.add(source + skipped);
      source = nextLine(source, end);
      line = lineEnd + 1;
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int spaces(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    return at - from;
  }

  private int nextLine(int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    if (at + 1 < end && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n') {
      at++;
    }
    return Math.min(end, at + 1);
  }

  private static boolean isSpace(char unit) {
    return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).map(offsets::unitOffset).orElse(0);
  }
}
