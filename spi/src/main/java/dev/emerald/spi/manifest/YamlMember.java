package dev.emerald.spi.manifest;

import java.util.Objects;

/** A key and its value in a {@link YamlMapping}. Immutable; equal by identity. */
public final class YamlMember {

  private final YamlValue key;
  private final YamlValue value;

  /** For the engine. */
  public YamlMember(YamlValue key, YamlValue value) {
    this.key = Objects.requireNonNull(key, "key");
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The text of the key; empty for a key that is no scalar. */
  public String name() {
    return key instanceof YamlScalar scalar ? scalar.text() : "";
  }

  /** The key. */
  public YamlValue key() {
    return key;
  }

  /** The value. */
  public YamlValue value() {
    return value;
  }

  /** The name. */
  @Override
  public String toString() {
    return name();
  }
}
