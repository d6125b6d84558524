package dev.emerald.spi.container;

import dev.emerald.spi.source.Location;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A word of an instruction. Immutable; equal by identity. */
public final class DockerWord {

  private final String text;
  private final @Nullable String value;
  private final Location location;

  /**
   * For the engine.
   *
   * @param value null where what a variable holds is unknown
   */
  public DockerWord(String text, @Nullable String value, Location location) {
    this.text = Objects.requireNonNull(text, "text");
    this.value = value;
    this.location = Objects.requireNonNull(location, "location");
  }

  /** The word without quotes; variables stand as they are written. */
  public String text() {
    return text;
  }

  /** The word with what its variables hold; empty where that is decided when the image is built. */
  public Optional<String> value() {
    return Optional.ofNullable(value);
  }

  /** The value, or else the text. */
  public String valueOrText() {
    return value == null ? text : value;
  }

  /** Where it stands, quotes included. */
  public Location location() {
    return location;
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
