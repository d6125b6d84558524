package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.Objects;
import java.util.Optional;

/** A JSON string. */
public final class JsonString implements JsonValue {

  private final Span span;
  private final String value;

  /**
   * For the engine.
   *
   * @param span quotes included
   * @param value unescaped
   */
  public JsonString(Span span, String value) {
    this.span = Objects.requireNonNull(span, "span");
    this.value = Objects.requireNonNull(value, "value");
  }

  @Override
  public Span span() {
    return span;
  }

  /** The string, unescaped; may hold lone surrogates. */
  public String value() {
    return value;
  }

  @Override
  public Optional<String> asString() {
    return Optional.of(value);
  }

  /** The string, unescaped. */
  @Override
  public String toString() {
    return value;
  }
}
