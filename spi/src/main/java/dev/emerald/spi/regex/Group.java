package dev.emerald.spi.regex;

import java.util.List;

/** A group that captures nothing: {@code (?:…)}, or {@code (?i-m:…)} with modifiers. */
public final class Group extends SpannedNode implements Disjunction, QuantifiableElement {

  private final RegexFlags addedFlags;
  private final RegexFlags removedFlags;
  private final List<Alternative> alternatives;

  Group(
      int start,
      int end,
      RegexFlags addedFlags,
      RegexFlags removedFlags,
      List<Alternative> alternatives) {
    super(start, end);
    this.addedFlags = addedFlags;
    this.removedFlags = removedFlags;
    this.alternatives = List.copyOf(alternatives);
  }

  @Override
  public RegexNodeKind kind() {
    return RegexNodeKind.GROUP;
  }

  /** Flags switched on inside the group, a subset of {@code ims}; empty without modifiers. */
  public RegexFlags addedFlags() {
    return addedFlags;
  }

  /** Flags switched off inside the group, a subset of {@code ims}; empty without modifiers. */
  public RegexFlags removedFlags() {
    return removedFlags;
  }

  @Override
  public List<Alternative> alternatives() {
    return alternatives;
  }
}
