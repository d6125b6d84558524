package dev.emerald.core.analysis;

import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.source.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a project installs, what is known of it, and what the project's own code uses of it: for
 * bills of materials. Immutable.
 */
public final class Inventory {

  private final List<DependencyGraph> lockFiles;
  private final @Nullable Advisories advisories;
  private final Map<String, List<String>> importers;
  private final Map<String, List<Location>> weakUses;

  private Inventory(Builder builder) {
    lockFiles = List.copyOf(builder.lockFiles);
    advisories = builder.advisories;
    importers = Map.copyOf(builder.importers);
    weakUses = Map.copyOf(builder.weakUses);
  }

  /** For the engine, and for tests of what is made of inventories. */
  public static Builder builder() {
    return new Builder();
  }

  /** The lock files, by path. */
  public List<DependencyGraph> lockFiles() {
    return lockFiles;
  }

  /**
   * What is known of the packages.
   *
   * @return empty if nothing was given and nobody was asked: then nothing is known
   */
  public Optional<Advisories> advisories() {
    return Optional.ofNullable(advisories);
  }

  /**
   * The source files of the project that import a package, tests left aside, by path.
   *
   * @param packageName as it is imported
   */
  public List<String> importers(String packageName) {
    return importers.getOrDefault(packageName, List.of());
  }

  /**
   * Where the project's code, tests left aside, uses a function that an advisory names.
   *
   * @return empty if the advisory names none, or none of them is used in a way that can be seen
   */
  public List<Location> weakUses(String packageName, String advisoryId) {
    return weakUses.getOrDefault(key(packageName, advisoryId), List.of());
  }

  private static String key(String packageName, String advisoryId) {
    return packageName + " " + advisoryId;
  }

  /** The lock files. */
  @Override
  public String toString() {
    return "Inventory" + lockFiles;
  }

  /** Gathers an inventory. */
  public static final class Builder {

    private List<DependencyGraph> lockFiles = List.of();
    private @Nullable Advisories advisories;
    private final Map<String, List<String>> importers = new HashMap<>();
    private final Map<String, List<Location>> weakUses = new HashMap<>();

    private Builder() {}

    /** See {@link Inventory#lockFiles()}. */
    public Builder lockFiles(List<DependencyGraph> graphs) {
      lockFiles = graphs;
      return this;
    }

    /** See {@link Inventory#advisories()}. */
    public Builder advisories(@Nullable Advisories known) {
      advisories = known;
      return this;
    }

    /** See {@link Inventory#importers(String)}. */
    public Builder importers(String packageName, List<String> paths) {
      importers.put(packageName, List.copyOf(paths));
      return this;
    }

    /** See {@link Inventory#weakUses(String, String)}. */
    public Builder weakUses(String packageName, String advisoryId, List<Location> uses) {
      weakUses.put(key(packageName, advisoryId), List.copyOf(uses));
      return this;
    }

    /** The inventory. */
    public Inventory build() {
      return new Inventory(this);
    }
  }
}
