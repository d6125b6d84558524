package dev.emerald.spi.deploy;

import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of a Caddyfile: a site with its addresses, a directive with arguments, and its block.
 * Immutable.
 */
public final class CaddyDirective {

  private final String name;
  private final List<String> arguments;
  private final List<CaddyDirective> block;
  private final Location location;

  /** For the engine. */
  public CaddyDirective(
      String name, List<String> arguments, List<CaddyDirective> block, Location location) {
    this.name = Objects.requireNonNull(name, "name");
    this.arguments = List.copyOf(arguments);
    this.block = List.copyOf(block);
    this.location = Objects.requireNonNull(location, "location");
  }

  /** The name, such as {@code reverse_proxy}; of a site its first address. */
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
  public List<CaddyDirective> block() {
    return block;
  }

  /** The directive of a name in the block; of several the first. */
  public Optional<CaddyDirective> inner(String wanted) {
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
