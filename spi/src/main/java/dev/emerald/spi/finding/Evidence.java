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
  private final @Nullable String directory;
  private final String note;

  /**
   * For the engine.
   *
   * @param location null where the note is a count over the whole project
   */
  public Evidence(RoadmapItem item, @Nullable Location location, String note) {
    this(item, location, null, note);
  }

  private Evidence(
      RoadmapItem item, @Nullable Location location, @Nullable String directory, String note) {
    this.item = Objects.requireNonNull(item, "item");
    this.location = location;
    this.directory = directory;
    this.note = Objects.requireNonNull(note, "note");
  }

  /**
   * A count over a package, for the engine.
   *
   * @param directory the folder of the package relative to the root of the project
   */
  public static Evidence counted(RoadmapItem item, String directory, String note) {
    return new Evidence(item, null, Objects.requireNonNull(directory, "directory"), note);
  }

  /** The practice. */
  public RoadmapItem item() {
    return item;
  }

  /** Where it was seen; empty for a count over the whole project. */
  public Optional<Location> location() {
    return Optional.ofNullable(location);
  }

  /** The folder of the package that was counted; empty for what was seen in a place. */
  public Optional<String> directory() {
    return Optional.ofNullable(directory);
  }

  /** What was seen, one sentence without a full stop at the end. */
  public String note() {
    return note;
  }

  /** {@code CODE path:line:column note}. */
  @Override
  public String toString() {
    String where = location == null ? directory : location.toString();
    return item + " " + (where == null || where.isEmpty() ? "" : where + " ") + note;
  }
}
