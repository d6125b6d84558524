package dev.emerald.spi.manifest;

import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.Objects;

/** A package that a package.json asks for. Immutable; equal by identity. */
public final class Dependency {

  private final SourceText source;
  private final JsonMember member;
  private final String range;
  private final DependencyKind kind;

  Dependency(SourceText source, JsonMember member, String range, DependencyKind kind) {
    this.source = source;
    this.member = member;
    this.range = range;
    this.kind = Objects.requireNonNull(kind, "kind");
  }

  /** The name under which the project imports the package. */
  public String name() {
    return member.name();
  }

  /**
   * What is asked for, as it is written: a range of versions such as {@code ^1.2.0}, a tag, or a
   * specifier such as {@code npm:other@1}, {@code workspace:*}, {@code file:../x} or the address of
   * a repository.
   */
  public String range() {
    return range;
  }

  /** The group it is listed in. */
  public DependencyKind kind() {
    return kind;
  }

  /** Where the name stands, quotes included. */
  public Location nameLocation() {
    return source.location(member.nameSpan());
  }

  /** Where the range stands, quotes included. */
  public Location rangeLocation() {
    return source.location(member.value().span());
  }

  /** {@code name@range}. */
  @Override
  public String toString() {
    return name() + "@" + range;
  }
}
