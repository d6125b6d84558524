package dev.emerald.spi.pipeline;

import dev.emerald.spi.source.Location;
import java.util.Objects;

/**
 * A name and a text of a pipeline: an input, a variable, a trigger.
 *
 * @param name the key
 * @param text the value; empty where it is no scalar
 * @param location where the value stands
 */
public record PipelineText(String name, String text, Location location) {

  /** Checks that all is there. */
  public PipelineText {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(location, "location");
  }

  /** The name; the text may be a secret. */
  @Override
  public String toString() {
    return name;
  }
}
