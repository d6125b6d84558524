package dev.emerald.spi.advisory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an upgrade rids a project of something, and which. Immutable. */
public final class Upgrade {

  private static final Upgrade UNKNOWN = new Upgrade(null, false);
  private static final Upgrade NONE = new Upgrade(null, true);

  private final @Nullable String version;
  private final boolean known;

  private Upgrade(@Nullable String version, boolean known) {
    this.version = version;
    this.known = known;
  }

  /** For the engine: an upgrade to a version does. */
  public static Upgrade to(String version) {
    return new Upgrade(version, true);
  }

  /** For the engine: none that is published does. */
  public static Upgrade none() {
    return NONE;
  }

  /** For the engine: nothing is known of what is published. */
  public static Upgrade unknown() {
    return UNKNOWN;
  }

  /** The version to upgrade to; empty if there is none, or none is known. */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /**
   * Whether anything is known. What versions there are and what each asks for, only a registry
   * says: without one that was asked, nothing is.
   */
  public boolean isKnown() {
    return known;
  }

  /** The version, or why there is none. */
  @Override
  public String toString() {
    return version == null ? known ? "none" : "unknown" : version;
  }
}
