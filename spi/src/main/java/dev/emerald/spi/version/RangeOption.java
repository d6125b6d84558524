package dev.emerald.spi.version;

/** How a {@link VersionRange} is read. */
public enum RangeOption {
  /**
   * Takes what people write: {@code =1.2.3}, {@code 1.2.3beta}, {@code 01.2.3}. Parts that are no
   * comparison at all are left out as long as others remain.
   */
  LOOSE,
  /**
   * Prereleases are versions like others. Without it a range takes in a prerelease only if one of
   * its own bounds is a prerelease of the same version.
   */
  INCLUDE_PRERELEASE
}
