package dev.emerald.core.internal.manifest;

import dev.emerald.spi.manifest.JsonArray;
import dev.emerald.spi.manifest.JsonBoolean;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonNull;
import dev.emerald.spi.manifest.JsonNumber;
import dev.emerald.spi.manifest.JsonObject;
import dev.emerald.spi.manifest.JsonString;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Builds the tree from tokens, with a stack of its own.
 *
 * <p>The tokens tell where they start. Where strings and names end is found in the text, since the
 * tokens' own ends run ahead.
 */
final class JsonTreeBuilder {

  /** An array or object whose end has not come yet. */
  private static final class Open {
    final int start;
    final @Nullable List<JsonMember> members;
    final @Nullable List<JsonValue> elements;
    String name = "";
    Span nameSpan = new Span(0, 0);

    Open(int start, boolean object) {
      this.start = start;
      this.members = object ? new ArrayList<>() : null;
      this.elements = object ? null : new ArrayList<>();
    }

    void add(JsonValue value) {
      if (members != null) {
        members.add(new JsonMember(name, nameSpan, value));
      } else if (elements != null) {
        elements.add(value);
      }
    }

    JsonValue close(int end) {
      Span span = new Span(start, Math.max(start, end));
      if (members != null) {
        return new JsonObject(span, members);
      }
      return new JsonArray(span, elements == null ? List.of() : elements);
    }
  }

  private final char[] text;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable JsonValue root;

  JsonTreeBuilder(char[] text) {
    this.text = text;
  }

  /** Whether the outermost value has ended. */
  boolean complete() {
    return root != null;
  }

  /**
   * Takes the next token.
   *
   * @param tokens stands at {@code token}
   * @param start offset of the token
   */
  void add(JsonToken token, JsonParser tokens, int start) {
    switch (token) {
      case START_OBJECT -> open.push(new Open(start, true));
      case START_ARRAY -> open.push(new Open(start, false));
      case END_OBJECT, END_ARRAY -> place(open.pop().close(start + 1));
      case PROPERTY_NAME -> {
        Open object = open.element();
        object.name = tokens.currentName();
        object.nameSpan = new Span(start, nameEnd(start));
      }
      case VALUE_STRING -> {
        String value = tokens.getString();
        place(new JsonString(new Span(start, quotedEnd(start)), value));
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        String number = tokens.getString();
        place(new JsonNumber(new Span(start, start + number.length()), number));
      }
      case VALUE_TRUE -> place(new JsonBoolean(new Span(start, start + 4), true));
      case VALUE_FALSE -> place(new JsonBoolean(new Span(start, start + 5), false));
      case VALUE_NULL -> place(new JsonNull(new Span(start, start + 4)));
      default -> throw new IllegalStateException("no JSON token: " + token);
    }
  }

  /**
   * Closes what is still open.
   *
   * @param reached offset up to which the text was read
   * @return null if there was no value at all
   */
  @Nullable JsonValue finish(int reached) {
    while (root == null && !open.isEmpty()) {
      place(open.pop().close(reached));
    }
    return root;
  }

  private void place(JsonValue value) {
    Open outer = open.peek();
    if (outer == null) {
      root = value;
    } else {
      outer.add(value);
    }
  }

  private int nameEnd(int start) {
    char first = text[start];
    if (first == '"' || first == '\'') {
      return quotedEnd(start);
    }
    int end = start;
    while (end < text.length && Character.isJavaIdentifierPart(text[end])) {
      end++;
    }
    return end;
  }

  private int quotedEnd(int start) {
    char quote = text[start];
    for (int i = start + 1; i < text.length; i++) {
      if (text[i] == '\\') {
        i++;
      } else if (text[i] == quote) {
        return i + 1;
      }
    }
    return text.length;
  }
}
