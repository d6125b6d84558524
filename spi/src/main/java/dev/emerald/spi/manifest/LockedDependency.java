package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one package of a lock file asks of another. Immutable; equal by identity. */
public final class LockedDependency {

  private final SourceText source;
  private final Span span;
  private final LockedPackage from;
  private final String name;
  private final String range;
  private final DependencyKind kind;
  private final boolean optional;
  private final @Nullable LockedPackage target;

  LockedDependency(
      SourceText source,
      Span span,
      LockedPackage from,
      String name,
      String range,
      DependencyKind kind,
      boolean optional,
      @Nullable LockedPackage target) {
    this.source = source;
    this.span = Objects.requireNonNull(span, "span");
    this.from = from;
    this.name = Objects.requireNonNull(name, "name");
    this.range = Objects.requireNonNull(range, "range");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.optional = optional;
    this.target = target;
  }

  /** Who asks. */
  public LockedPackage from() {
    return from;
  }

  /** The name under which it is imported; that of the package unless that is given another. */
  public String name() {
    return name;
  }

  /** What is asked for, as the lock file has it; empty if it does not say. */
  public String range() {
    return range;
  }

  /**
   * For what it is asked. Formats that do not tell optional ones apart give PRODUCTION for them.
   */
  public DependencyKind kind() {
    return kind;
  }

  /** Whether who asks goes on without it: an optional dependency, or a peer marked as optional. */
  public boolean isOptional() {
    return optional;
  }

  /** The package that was chosen; empty where none is installed. */
  public Optional<LockedPackage> target() {
    return Optional.ofNullable(target);
  }

  /**
   * Where the lock file says so; of what a package.json alone says, where the asking package is.
   */
  public Location location() {
    return source.location(span);
  }

  /** {@code name@range}. */
  @Override
  public String toString() {
    return name + "@" + range;
  }
}
