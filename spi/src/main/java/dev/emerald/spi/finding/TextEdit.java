package dev.emerald.spi.finding;

import dev.emerald.spi.source.Location;
import java.util.Objects;

/**
 * One change of a text: what stands in a range is replaced by something else.
 *
 * @param location the range; its span counts in UTF-16 code units, and is empty where text is
 *     inserted
 * @param replacement what stands there afterwards; empty where text is removed
 */
public record TextEdit(Location location, String replacement) {

  /** Checks that both are there. */
  public TextEdit {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(replacement, "replacement");
  }

  /** {@code path:line:column 'replacement'}. */
  @Override
  public String toString() {
    return location + " '" + replacement + "'";
  }
}
