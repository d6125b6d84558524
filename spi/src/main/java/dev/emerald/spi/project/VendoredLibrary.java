package dev.emerald.spi.project;

import dev.emerald.spi.source.Location;
import java.util.Objects;

/** A library of others that was copied into a project. Immutable; equal by identity. */
public final class VendoredLibrary {

  /** What tells. Later releases may add ways. */
  public enum Evidence {
    /** The name of the file holds the version. */
    FILE_NAME,
    /** The text says so. */
    BANNER,
    /** The file is known, byte for byte. */
    HASH
  }

  private final String packageName;
  private final String version;
  private final Location location;
  private final Evidence evidence;

  /** For the engine. */
  public VendoredLibrary(String packageName, String version, Location location, Evidence evidence) {
    this.packageName = Objects.requireNonNull(packageName, "packageName");
    this.version = Objects.requireNonNull(version, "version");
    this.location = Objects.requireNonNull(location, "location");
    this.evidence = Objects.requireNonNull(evidence, "evidence");
  }

  /** The name under which npm has the library. */
  public String packageName() {
    return packageName;
  }

  /** The version. */
  public String version() {
    return version;
  }

  /** Where the file says so, or its start. */
  public Location location() {
    return location;
  }

  /** What tells. */
  public Evidence evidence() {
    return evidence;
  }

  /** {@code name@version}. */
  @Override
  public String toString() {
    return packageName + "@" + version;
  }
}
