package dev.emerald.spi.advisory;

import dev.emerald.spi.manifest.LockedDependency;
import java.util.List;
import java.util.Optional;

/**
 * The advisories that an analysis was given or has asked for, as far as they are about packages of
 * the project's lock files. Implemented by the engine alone; may gain methods in a minor release.
 * Safe for use by several threads.
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
   * The first version after a given one that falls under no advisory: of the releases of the
   * package where a registry was asked, else of those versions that advisories name as free of
   * their weakness.
   *
   * @return empty if none is known
   */
  Optional<String> nextUnaffected(String packageName, String version);

  /**
   * The smallest upgrade of the first package on a way that no longer leads to affected versions of
   * the last one.
   *
   * @param way from what the project asks for to what is affected, as {@link
   *     dev.emerald.spi.manifest.DependencyGraph#pathTo} gives it
   */
  Upgrade smallestUpgrade(List<LockedDependency> way);

  /**
   * Whether everything that was to be looked up was: all that was given could be read, all that
   * were asked have answered. If not, that a package falls under no advisory says little.
   */
  boolean isComplete();

  /** Which advisories these are, how many and how recent, in words. */
  String description();
}
