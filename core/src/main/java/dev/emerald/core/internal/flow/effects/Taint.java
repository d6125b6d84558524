package dev.emerald.core.internal.flow.effects;

/**
 * What is known of data that outsiders control, at one value. Compared by content.
 *
 * @param origin the number of the label of where it comes from
 * @param kinds the kinds of sinks that it is still dangerous for, a set of numbers
 * @param state what is known of its text, packed; see {@code States}
 */
public record Taint(int origin, long kinds, long state) {}
