package dev.emerald.spi.deploy;

import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A directive of nginx: a name, arguments, and what stands in its block. Immutable. */
public final class NginxDirective {

  private final String name;
  private final List<String> arguments;
  private final List<NginxDirective> block;
  private final Location location;

  /** For the engine. */
  public NginxDirective(
      String name, List<String> arguments, List<NginxDirective> block, Location location) {
    this.name = Objects.requireNonNull(name, "name");
    this.arguments = List.copyOf(arguments);
    this.block = List.copyOf(block);
    this.location = Objects.requireNonNull(location, "location");
  }

  /** The name, such as {@code listen}. */
  public String name() {
    return name;
  }

  /** The arguments without quotes. */
  public List<String> arguments() {
    return arguments;
  }

  /** The first argument; empty if there is none. */
  public String argument() {
    return arguments.isEmpty() ? "" : arguments.get(0);
  }

  /** What stands in its braces; empty for a directive without. */
  public List<NginxDirective> block() {
    return block;
  }

  /** The directive of a name in the block; of several the first. */
  public Optional<NginxDirective> inner(String wanted) {
    return block.stream().filter(each -> each.name.equals(wanted)).findFirst();
  }

  /** Name and arguments. */
  public Location location() {
    return location;
  }

  /** Name and arguments. */
  @Override
  public String toString() {
    return name + " " + String.join(" ", arguments);
  }
}
