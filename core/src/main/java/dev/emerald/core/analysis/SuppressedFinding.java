package dev.emerald.core.analysis;

import dev.emerald.spi.finding.Finding;
import dev.emerald.spi.source.Location;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finding that was silenced, and by what. Immutable; equal by identity, as findings are. */
public final class SuppressedFinding {

  private final Finding finding;
  private final By by;
  private final String reason;
  private final @Nullable Location location;

  /**
   * For the engine.
   *
   * @param reason see {@link #reason()}
   * @param location see {@link #location()}
   */
  public SuppressedFinding(Finding finding, By by, String reason, @Nullable Location location) {
    this.finding = Objects.requireNonNull(finding, "finding");
    this.by = Objects.requireNonNull(by, "by");
    this.reason = Objects.requireNonNull(reason, "reason");
    this.location = location;
  }

  /** The finding. */
  public Finding finding() {
    return finding;
  }

  /** What silences it. */
  public By by() {
    return by;
  }

  /** The reason that was given; empty if none was. */
  public String reason() {
    return reason;
  }

  /**
   * The comment, or the entry of a configuration file below the root of the project; empty for an
   * entry from elsewhere.
   */
  public Optional<Location> location() {
    return Optional.ofNullable(location);
  }

  /** The finding, then the reason. */
  @Override
  public String toString() {
    return finding + " (suppressed: " + (reason.isEmpty() ? "no reason given" : reason) + ")";
  }

  /** The ways to silence a finding. */
  public enum By {
    /** A comment in the source. */
    COMMENT,
    /** An entry under {@code ignore} in a configuration. */
    CONFIGURATION
  }
}
