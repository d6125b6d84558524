package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.Objects;

/** {@code null} in a JSON text; also what stands for a text that holds no value at all. */
public final class JsonNull implements JsonValue {

  private final Span span;

  /** For the engine. */
  public JsonNull(Span span) {
    this.span = Objects.requireNonNull(span, "span");
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public String toString() {
    return "null";
  }
}
