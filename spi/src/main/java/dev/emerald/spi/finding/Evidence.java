package dev.emerald.spi.finding;

import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.source.Location;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A practice of the roadmap that is in place, and where that was seen. Immutable. */
public final class Evidence {

  private final RoadmapItem item;
  private final @Nullable Location location;
  private final String note;

  /**
   * For the engine.
   *
   * @param location null where the note is a count over the whole project
   */
  public Evidence(RoadmapItem item, @Nullable Location location, String note) {
    this.item = Objects.requireNonNull(item, "item");
    this.location = location;
    this.note = Objects.requireNonNull(note, "note");
  }

  /** The practice. */
  public RoadmapItem item() {
    return item;
  }

  /** Where it was seen; empty for a count over the whole project. */
  public Optional<Location> location() {
    return Optional.ofNullable(location);
  }

  /** What was seen, one sentence without a full stop at the end. */
  public String note() {
    return note;
  }

  /** {@code CODE path:line:column note}. */
  @Override
  public String toString() {
    return item + " " + (location == null ? "" : location + " ") + note;
  }
}
