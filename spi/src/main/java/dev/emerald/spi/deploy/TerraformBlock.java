package dev.emerald.spi.deploy;

import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A block of Terraform: a type, labels, attributes, and the blocks in it. Immutable. */
public final class TerraformBlock {

  private final String type;
  private final List<String> labels;
  private final List<ConfigEntry> attributes;
  private final List<TerraformBlock> blocks;
  private final Location location;

  /** For the engine. */
  public TerraformBlock(
      String type,
      List<String> labels,
      List<ConfigEntry> attributes,
      List<TerraformBlock> blocks,
      Location location) {
    this.type = Objects.requireNonNull(type, "type");
    this.labels = List.copyOf(labels);
    this.attributes = List.copyOf(attributes);
    this.blocks = List.copyOf(blocks);
    this.location = Objects.requireNonNull(location, "location");
  }

  /** The word before the labels, such as {@code resource} or {@code ingress}. */
  public String type() {
    return type;
  }

  /** The labels without quotes: of a resource its type and its name. */
  public List<String> labels() {
    return labels;
  }

  /** Whether this is a resource of a type. */
  public boolean isResource(String resourceType) {
    return type.equals("resource") && !labels.isEmpty() && labels.get(0).equals(resourceType);
  }

  /** The attributes in order; a value is the expression as it is written. */
  public List<ConfigEntry> attributes() {
    return attributes;
  }

  /** The attribute of a name. */
  public Optional<ConfigEntry> attribute(String name) {
    return attributes.stream().filter(each -> each.key().equals(name)).findFirst();
  }

  /**
   * The expression of an attribute without the quotes of a plain string; empty if it is missing.
   */
  public String value(String name) {
    String value = attribute(name).map(ConfigEntry::value).orElse("");
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** The blocks in it, in order. */
  public List<TerraformBlock> blocks() {
    return blocks;
  }

  /** The blocks of a type in it. */
  public List<TerraformBlock> blocks(String wanted) {
    return blocks.stream().filter(each -> each.type.equals(wanted)).toList();
  }

  /** Type and labels. */
  public Location location() {
    return location;
  }

  /** Type and labels. */
  @Override
  public String toString() {
    return type + " " + String.join(" ", labels);
  }
}
