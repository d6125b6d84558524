package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.Objects;

/** A key of a configuration file and what stands behind it. Immutable; equal by identity. */
public final class ConfigEntry {

  private final SourceText source;
  private final String key;
  private final Span keySpan;
  private final String value;
  private final Span valueSpan;

  /** For the engine. */
  public ConfigEntry(SourceText source, String key, Span keySpan, String value, Span valueSpan) {
    this.source = Objects.requireNonNull(source, "source");
    this.key = Objects.requireNonNull(key, "key");
    this.keySpan = Objects.requireNonNull(keySpan, "keySpan");
    this.value = Objects.requireNonNull(value, "value");
    this.valueSpan = Objects.requireNonNull(valueSpan, "valueSpan");
  }

  /** The key; of a list's element without its brackets. */
  public String key() {
    return key;
  }

  /** The value without quotes; variables are not put in. */
  public String value() {
    return value;
  }

  /** Where the key stands. */
  public Location keyLocation() {
    return source.location(keySpan);
  }

  /** Where the value stands, quotes included; empty and behind the key if there is none. */
  public Location valueLocation() {
    return source.location(valueSpan);
  }

  /** From the start of the key to the end of the value. */
  public Location location() {
    return source.location(keySpan.start(), Math.max(keySpan.end(), valueSpan.end()));
  }

  /** The key; the value may be a secret. */
  @Override
  public String toString() {
    return key;
  }
}
