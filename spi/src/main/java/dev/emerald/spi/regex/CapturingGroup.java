package dev.emerald.spi.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group whose text can be read afterwards: {@code (…)} or {@code (?<name>…)}. */
public final class CapturingGroup extends SpannedNode implements Disjunction, QuantifiableElement {

  private final int number;
  private final @Nullable String name;
  private final List<Alternative> alternatives;

  CapturingGroup(
      int start, int end, int number, @Nullable String name, List<Alternative> alternatives) {
    super(start, end);
    this.number = number;
    this.name = name;
    this.alternatives = List.copyOf(alternatives);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.CAPTURING_GROUP;
  }

  /** The group's number, from 1, in the order of the opening parentheses. */
  public int number() {
    return number;
  }

  /**
   * The group's name with its escapes resolved, or null. Several groups can have one name when no
   * two of them can take part in the same match.
   */
  public @Nullable String name() {
    return name;
  }

  @Override
  public List<Alternative> alternatives() {
    return alternatives;
  }
}
