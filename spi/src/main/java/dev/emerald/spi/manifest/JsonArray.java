package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.List;
import java.util.Objects;

/** A JSON array. */
public final class JsonArray implements JsonValue {

  private final Span span;
  private final List<JsonValue> elements;

  /** For the engine. */
  public JsonArray(Span span, List<JsonValue> elements) {
    this.span = Objects.requireNonNull(span, "span");
    this.elements = List.copyOf(elements);
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public List<JsonValue> elements() {
    return elements;
  }

  /** The number of elements; the text itself is in the manifest. */
  @Override
  public String toString() {
    return "array of " + elements.size();
  }
}
