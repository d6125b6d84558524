package dev.emerald.spi.advisory;

import java.util.List;
import java.util.Optional;

/**
 * The advisories that an analysis was given, as far as they are about packages of the project's
 * lock files. Implemented by the engine alone; may gain methods in a minor release. Safe for use by
 * several threads.
 */
public interface Advisories {

  /**
   * The advisories that a version of a package falls under, the most severe first, then by id.
   * Where several tell of the same weakness under other names, the first of them stands for all.
   *
   * @param packageName as the registry has it
   * @param version as a lock file has it; what is no version falls under no range
   */
  List<Advisory> affecting(String packageName, String version);

  /**
   * The first version after a given one that falls under no advisory, of those that advisories name
   * as free of their weakness.
   *
   * @return empty if none is known
   */
  Optional<String> nextUnaffected(String packageName, String version);

  /** How many advisories there are in all, and how recent the newest is, in words. */
  String description();
}
