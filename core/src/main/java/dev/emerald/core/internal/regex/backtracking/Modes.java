package dev.emerald.core.internal.regex.backtracking;

import dev.emerald.spi.regex.Group;
import dev.emerald.spi.regex.RegexFlags;

/** The flags that a group can switch, as they hold at a place in a pattern. */
public record Modes(boolean ignoreCase, boolean multiline, boolean dotAll) {

  /** The flags of a whole pattern. */
  public static Modes of(RegexFlags flags) {
    return new Modes(flags.ignoreCase(), flags.multiline(), flags.dotAll());
  }

  /** The flags inside a group. */
  public Modes in(Group group) {
    RegexFlags added = group.addedFlags();
    RegexFlags removed = group.removedFlags();
    if (added.isEmpty() && removed.isEmpty()) {
      return this;
    }
    return new Modes(
        (ignoreCase || added.ignoreCase()) && !removed.ignoreCase(),
        (multiline || added.multiline()) && !removed.multiline(),
        (dotAll || added.dotAll()) && !removed.dotAll());
  }
}
