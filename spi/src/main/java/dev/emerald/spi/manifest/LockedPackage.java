package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A package that a lock file names: one that is installed, or one of the project's own. Immutable;
 * equal by identity, as a version may be installed more than once.
 */
public final class LockedPackage {

  private final SourceText source;
  private final Span span;
  private final String name;
  private final String version;
  private final PackageOrigin origin;
  private final @Nullable String resolved;
  private final @Nullable String integrity;
  private final @Nullable String deprecated;
  private final @Nullable String license;
  private final boolean installScript;
  private final boolean bundled;
  private final String directory;
  private List<LockedDependency> dependencies = List.of();
  private boolean dev;
  private boolean optional;
  private boolean peer;

  LockedPackage(SourceText source, DependencyGraph.Entry entry) {
    this.source = source;
    this.span = entry.span;
    this.name = entry.name;
    this.version = entry.version;
    this.origin = entry.origin;
    this.resolved = entry.resolved;
    this.integrity = entry.integrity;
    this.deprecated = entry.deprecated;
    this.license = entry.license;
    this.installScript = entry.installScript;
    this.bundled = entry.bundled;
    this.directory = entry.directory;
  }

  void finish(List<LockedDependency> asked) {
    this.dependencies = List.copyOf(asked);
  }

  void neededFor(boolean devAlone, boolean optionalAlone, boolean peerAlone) {
    this.dev = devAlone;
    this.optional = optionalAlone;
    this.peer = peerAlone;
  }

  /** The name that the registry knows; empty for a project without one. */
  public String name() {
    return name;
  }

  /** The version as it is written; empty if the lock file does not say. */
  public String version() {
    return version;
  }

  /** Where it comes from. */
  public PackageOrigin origin() {
    return origin;
  }

  /** The address it was fetched from; empty if the lock file does not say. */
  public Optional<String> resolved() {
    return Optional.ofNullable(resolved);
  }

  /**
   * The hash of what was fetched, as it is written: a value of Subresource Integrity or, in Yarn 2
   * and later, a checksum of its own; empty if there is none.
   */
  public Optional<String> integrity() {
    return Optional.ofNullable(integrity);
  }

  /** What its authors say of its end; empty if the lock file does not say. */
  public Optional<String> deprecated() {
    return Optional.ofNullable(deprecated);
  }

  /**
   * Under which licence it is, as its package.json has it: an expression of SPDX, if its authors
   * keep to the rules; empty if the lock file does not say.
   */
  public Optional<String> license() {
    return Optional.ofNullable(license);
  }

  /** Whether the lock file says that it runs code when it is installed. */
  public boolean hasInstallScript() {
    return installScript;
  }

  /** Whether it came inside another package. */
  public boolean isBundled() {
    return bundled;
  }

  /** Of a package of the project its folder, relative to that of the lock file; else empty. */
  public String directory() {
    return directory;
  }

  /** What it asks of others, in the order of the file. */
  public List<LockedDependency> dependencies() {
    return dependencies;
  }

  /** Whether only the development of the project needs it. */
  public boolean isDev() {
    return dev;
  }

  /**
   * Whether everything goes on without it: only optional dependencies lead to it. What is needed at
   * run time, if at all, is judged by what leads to it there; the development may need it more.
   */
  public boolean isOptional() {
    return optional;
  }

  /** Whether only peer dependencies lead to it. */
  public boolean isPeer() {
    return peer;
  }

  /** Where the lock file names it. */
  public Location location() {
    return source.location(span);
  }

  /** {@code name@version}. */
  @Override
  public String toString() {
    return version.isEmpty() ? name : name + "@" + version;
  }
}
