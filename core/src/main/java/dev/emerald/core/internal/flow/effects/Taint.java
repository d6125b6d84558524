package dev.emerald.core.internal.flow.effects;

import org.jspecify.annotations.Nullable;

/**
 * What is known of data that outsiders control, at one value. Compared by content.
 *
 * @param origin the number of the label of where it comes from
 * @param kinds the kinds of sinks that it is still dangerous for, a set of numbers
 * @param state what is known of its text, packed; see {@code States}
 */
public record Taint(int origin, long kinds, long state) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Taint taint
        && origin == taint.origin
        && kinds == taint.kinds
        && state == taint.state;
  }

  @Override
  public int hashCode() {
    return (Long.hashCode(kinds) * 31 + Long.hashCode(state)) * 31 + origin;
  }
}
