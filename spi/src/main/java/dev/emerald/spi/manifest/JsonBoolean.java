package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.Objects;
import java.util.Optional;

/** {@code true} or {@code false} in a JSON text. */
public final class JsonBoolean implements JsonValue {

  private final Span span;
  private final boolean value;

  /** For the engine. */
  public JsonBoolean(Span span, boolean value) {
    this.span = Objects.requireNonNull(span, "span");
    this.value = value;
  }

  @Override
  public Span span() {
    return span;
  }

  /** The value. */
  public boolean value() {
    return value;
  }

  @Override
  public Optional<Boolean> asBoolean() {
    return Optional.of(value);
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
