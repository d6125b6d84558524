package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Span;
import java.util.Objects;

/** A name and its value in a {@link JsonObject}. Immutable; equal by identity. */
public final class JsonMember {

  private final String name;
  private final Span nameSpan;
  private final JsonValue value;

  /**
   * For the engine.
   *
   * @param name unescaped
   * @param nameSpan offsets of the name, quotes included
   */
  public JsonMember(String name, Span nameSpan, JsonValue value) {
    this.name = Objects.requireNonNull(name, "name");
    this.nameSpan = Objects.requireNonNull(nameSpan, "nameSpan");
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The name, unescaped. */
  public String name() {
    return name;
  }

  /** Offsets of the name, quotes included. */
  public Span nameSpan() {
    return nameSpan;
  }

  /** The value. */
  public JsonValue value() {
    return value;
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
