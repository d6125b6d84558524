package dev.emerald.spi.pipeline;

import dev.emerald.spi.source.Location;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a pipeline takes from elsewhere: an action, a task, an orb, a template. Immutable.
 */
public final class PipelineUse {

  private final String text;
  private final String name;
  private final @Nullable String version;
  private final Location location;

  /** For the engine. */
  public PipelineUse(String text, Location location) {
    this.text = Objects.requireNonNull(text, "text");
    this.location = Objects.requireNonNull(location, "location");
    int at = text.indexOf('@');
    this.name = at < 0 ? text : text.substring(0, at);
    this.version = at < 0 ? null : text.substring(at + 1);
  }

  /** The whole, such as {@code actions/checkout@v4}. */
  public String text() {
    return text;
  }

  /** What stands before the {@code @}. */
  public String name() {
    return name;
  }

  /** What stands behind the {@code @}. */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** Whether it lies in the project itself. */
  public boolean local() {
    return text.startsWith("./") || text.startsWith("../");
  }

  /** Whether it is an image. */
  public boolean image() {
    return text.startsWith("docker://");
  }

  /** Whether the version is the hash of a commit, or a digest. */
  public boolean pinned() {
    if (version == null) {
      return false;
    }
    if (version.startsWith("sha256:")) {
      return true;
    }
    int length = version.length();
    return (length == 40 || length == 64)
        && version.chars().allMatch(unit -> Character.digit(unit, 16) >= 0);
  }

  /** Where it is named. */
  public Location location() {
    return location;
  }

  /** The whole. */
  @Override
  public String toString() {
    return text;
  }
}
