package dev.emerald.spi.container;

import dev.emerald.spi.source.Location;
import java.util.Objects;

/**
 * An option of an instruction, such as {@code --chown=node:node}.
 *
 * @param name without dashes
 * @param value as it is written; empty if there is none
 */
public record DockerFlag(String name, String value, Location location) {

  /** Checks that all is there. */
  public DockerFlag {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(location, "location");
  }
}
