package dev.emerald.core.internal.regex.backtracking;

import org.jspecify.annotations.Nullable;

/**
 * A word that, repeated, can be matched in many ways, as the automaton has it. Not yet shown to
 * cost anything.
 *
 * @param degree how the steps grow with the repetitions: their power; {@link #EXPONENTIAL}
 * @param prefix leads from the start of the text to where the word repeats; null for none
 * @param pump the word
 */
@SuppressWarnings("ArrayRecordComponent") // these are passed on, never compared
record Candidate(int degree, int @Nullable [] prefix, int[] pump) {

  /** The degree of what grows faster than every power. */
  static final int EXPONENTIAL = Integer.MAX_VALUE;

  boolean exponential() {
    return degree == EXPONENTIAL;
  }

  @Override
  public String toString() {
    return "Candidate of degree " + degree + ", pump of " + pump.length;
  }
}
